package dev.drillbook.score;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of {@code scorecard.json}: field names are the components of {@link Scorecard} and its parts, times are
 * ISO-8601 in UTC, durations are decimal seconds, and what never was is null.
 */
public final class ScorecardJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ScorecardJson() {}

    /** With a newline at the end. */
    public static String of(Scorecard card) {
        return JSON.writeValueAsString(card) + "\n";
    }

    public static Scorecard read(String json) {
        return JSON.readValue(json, Scorecard.class);
    }
}

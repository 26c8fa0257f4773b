package dev.drillbook.control;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Second;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What travels between a second terminal and a running drill: JSON, instants as ISO-8601, durations in seconds. */
public final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Wire() {}

    /** A time that the line names is read in the drill's zone. */
    public record Say(String who, String line) {}

    /** Approves the exact text that a runbook has now. */
    public record Approve(String runbook, String environment, String who) {}

    /** A wish to start a drill from a terminal. */
    public record Wish(String runbook, String environment, Map<String, String> inputs, boolean rehearsal, String who) {
        static Wish of(Start start) {
            return new Wish(start.runbook(), start.environment(), start.inputs(), start.rehearsal(), start.who());
        }

        public Start start() {
            return new Start(runbook, environment, inputs, rehearsal, who, "terminal");
        }
    }

    /** @param zone the team's */
    public record Started(String drill, String zone) {}

    /** @param second what the signals last read */
    public record Latest(Optional<Second> second) {}

    /** @param done false when it is not over yet: ask again @param files of the report */
    public record Done(boolean done, List<String> files, List<String> trouble) {}

    public record Answer(String text) {}

    /** @param exit how the command that asked should end */
    public record Wrong(String message, int exit) {}

    public record Line(Instant at, String text) {}

    /** @param seen the number of the last entry that was looked at, to ask on from @param over whether no more will come */
    public record Lines(List<Line> lines, int seen, boolean over) {}

    public static String write(Object what) {
        return JSON.writeValueAsString(what);
    }

    /** @throws Invalid when the text is not of that form */
    public static <T> T read(String text, Class<T> form) {
        try {
            T read = JSON.readValue(text, form);
            if (read == null) throw new Invalid("nothing was sent; send a " + form.getSimpleName());
            return read;
        } catch (JacksonException e) {
            throw new Invalid("not understood: " + e.getOriginalMessage() + "; send a " + form.getSimpleName(), e);
        }
    }
}

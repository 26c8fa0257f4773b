package dev.drillbook.score;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Happening.Ending;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScorecardJsonTest {
    private final Scorecard card = Scorecard.of(aTimeline()
            .withGoal("detected", Duration.ofMinutes(5))
            .withGoal("root cause", Duration.ofMinutes(30))
            .expectingAlert("StaleAnswers", Duration.ofMinutes(3))
            .applies()
            .at("10:02:31")
            .breaks("stale")
            .reads(Map.of("traffic.users", 300.0, "traffic.affected", 0.25), 7)
            .at("10:03:00")
            .suspects("database")
            .at("10:04:00.250")
            .rulesOut(1)
            .hears("detected")
            .at("10:30:00")
            .putsBack(Ending.ABORTED)
            .closes(Ending.ABORTED)
            .build());

    @Test
    void times_are_iso_and_durations_are_seconds() {
        JsonNode json = new JsonMapper().readTree(ScorecardJson.of(card));
        assertThat(json.at("/truth/0/at").asString()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(json.at("/metrics/0/id").asString()).isEqualTo("time-to-detect");
        assertThat(json.at("/metrics/0/value/kind").asString()).isEqualTo("duration");
        assertThat(json.at("/metrics/0/value/seconds").asDouble()).isEqualTo(89.25);
        assertThat(json.at("/metrics/0/value/words").asString()).isEqualTo("1 min 29 s");
        assertThat(json.at("/metrics/0/goal/within").asDouble()).isEqualTo(300);
        assertThat(json.at("/metrics/0/goal/met").asBoolean()).isTrue();
    }

    @Test
    void a_scorecard_can_be_read_back() {
        assertThat(ScorecardJson.read(ScorecardJson.of(card))).isEqualTo(card);
    }
}

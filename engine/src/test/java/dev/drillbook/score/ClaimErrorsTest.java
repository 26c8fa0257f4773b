package dev.drillbook.score;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClaimErrorsTest {
    @Test
    void a_claim_after_the_fact_is_a_positive_error() {
        var drill = aTimeline()
                .applies()
                .at("10:22:07")
                .measures("restored", "10:21:07")
                .hears("restored");
        assertThat(error(drill)).isEqualTo(new Measure.Span(Duration.ofMinutes(1)));
    }

    @Test
    void a_claim_too_soon_is_a_negative_error() {
        var drill = aTimeline()
                .applies()
                .at("10:20:00")
                .hears("restored")
                .at("10:22:00")
                .measures("restored", "10:21:00");
        assertThat(error(drill)).isEqualTo(new Measure.Span(Duration.ofMinutes(-1)));
    }

    @Test
    void a_claim_of_what_was_never_measured_has_an_unknown_error() {
        assertThat(error(aTimeline().applies().hears("restored")))
                .isEqualTo(new Measure.Unknown("restored not reached"));
    }

    @Test
    void what_nobody_claimed_has_no_error() {
        var drill = aTimeline().applies().at("10:22:00").measures("restored", "10:21:00");
        assertThat(error(drill)).isEqualTo(new Measure.NotAsked("nobody claimed it"));
    }

    private static Measure error(TimelineBuilder drill) {
        return Scorecard.of(drill.build()).metric("claim-error-restored").value();
    }
}

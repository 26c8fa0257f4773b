package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Happening;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectionSectionTest {
    @Test
    void an_alert_that_was_delivered_late_is_told_when_it_began_to_fire() {
        var drill = Drills.aDrill()
                .begun()
                .broken()
                .at(14, fired("Old", -600))
                .says(20, "detected", "")
                .at(35, fired("StaleAnswers", 15));
        assertThat(DetectionSection.of(drill.subject()).text())
                .contains("The first alert, StaleAnswers, fired at 10:14:20, before the team had seen it.");
    }

    private static Happening fired(String name, double startsAt) {
        return new Happening.AlertFired(name, "", Map.of(), Drills.time(startsAt));
    }
}

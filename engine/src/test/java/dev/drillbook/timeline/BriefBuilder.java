package dev.drillbook.timeline;

import dev.drillbook.runbook.Answer;
import dev.drillbook.runbook.Debrief;
import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.runbook.Milestone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a test's runbook says, as far as a timeline keeps it. */
final class BriefBuilder {
    final List<Brief.Goal> goals = new ArrayList<>();
    final List<ExpectedAlert> alerts = new ArrayList<>();
    int hints;
    Duration timeLimit = Duration.ofHours(2);

    void goal(String milestone, Duration within) {
        goals.add(Brief.Goal.of(new Milestone(milestone, within, List.of(), 1)));
    }

    void goalByTruth(String milestone, Duration within) {
        goals.add(new Brief.Goal(milestone, within, true));
    }

    Brief build() {
        return new Brief(
                "yesterdays-prices",
                "Yesterday's prices",
                2,
                List.of("on-call"),
                List.of("cache"),
                "It is a sale morning.",
                "A deploy gave one server a wrong cache configuration.",
                true,
                List.of("stale", "errors"),
                List.of(),
                goals,
                alerts,
                Duration.ofSeconds(20),
                timeLimit,
                hints,
                Optional.of(new Answer("cache", "One server reads its own cache keys.")),
                Debrief.none(),
                "title 'Yesterday\\'s prices'",
                "0".repeat(64));
    }
}

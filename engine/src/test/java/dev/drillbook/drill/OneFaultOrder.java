package dev.drillbook.drill;

import dev.drillbook.environment.Environment;
import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Debrief;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Source;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders a drill of one fault, applied at once, for tests on a real clock. */
final class OneFaultOrder {
    static final String DRILL = "2026-11-24-1";

    private OneFaultOrder() {}

    static Order of(Fault fault, Probe steadyState, Duration timeLimit) {
        Runbook runbook = new Runbook(
                "one-fault",
                "One fault",
                3,
                List.of(),
                List.of(),
                "",
                "",
                List.of(),
                List.of(steadyState),
                Duration.ofSeconds(1),
                timeLimit,
                List.of(),
                List.of(new Beat.Apply(Duration.ZERO, fault, List.of(), 1)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Debrief.none(),
                Source.of("one-fault.groovy", "title 'One fault'"));
        return new Order(
                DRILL,
                runbook,
                new Environment("test", Map.of(), Optional.empty()),
                false,
                "tester",
                "terminal",
                Optional.empty(),
                ZoneOffset.UTC,
                "test",
                at -> {});
    }
}

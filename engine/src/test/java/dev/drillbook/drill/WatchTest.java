package dev.drillbook.drill;

import static dev.drillbook.drill.TestDrill.defective;
import static dev.drillbook.drill.TestDrill.probe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.environment.Limits;
import dev.drillbook.runbook.Condition;
import dev.drillbook.runbook.Debrief;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Source;
import dev.drillbook.runbook.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** In real time. */
class WatchTest {
    private final CountDownLatch never = new CountDownLatch(1);
    private final Mailbox mailbox = new QueueMailbox();

    @Test
    void a_probe_that_hangs_keeps_no_condition_from_being_seen_that_would_end_the_drill() {
        Probe hangs = probe("it answers", () -> {
            never.await();
            return true;
        });
        try (Watch watch =
                watch(runbook(hangs, hangs.lasting(Duration.ofSeconds(1)), probe("it is bad", () -> true)))) {
            watch.start();
            for (int second = 0; second < 2; second++)
                assertThat(mailbox.next(Duration.ofSeconds(20)))
                        .contains(new Message.ConditionAsked("it is bad", new Verdict.Holds("yes")));
        }
    }

    @Test
    void one_that_throws_is_unknown_and_is_asked_again() {
        Probe throwing = defective("it is well", () -> {
            throw new IllegalStateException("a defect of its own");
        });
        Verdict unknown = new Verdict.Unknown("a defect of its own");
        int looks = 0;
        int answers = 0;
        try (Watch watch = watch(runbook(throwing, throwing))) {
            watch.start();
            while (looks < 2 || answers < 2) {
                Message next = mailbox.next(Duration.ofSeconds(20)).orElseThrow();
                if (next instanceof Message.Observed seen && seen.steadyState().containsValue(unknown)) looks++;
                if (next.equals(new Message.ConditionAsked("it is well", unknown))) answers++;
            }
        }
    }

    private Watch watch(Runbook runbook) {
        return new Watch(runbook, Limits.NONE, BoundWorld.unmeasured(Map.of()), System::nanoTime, mailbox);
    }

    private static Runbook runbook(Probe steady, Condition... abortWhen) {
        return new Runbook(
                "hangs",
                "It hangs",
                3,
                List.of(),
                List.of(),
                "",
                "",
                List.of(),
                List.of(steady),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                List.of(abortWhen),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Debrief.none(),
                Source.of("hangs.groovy", "title 'It hangs'"));
    }
}

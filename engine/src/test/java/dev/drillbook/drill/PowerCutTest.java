package dev.drillbook.drill;

import static dev.drillbook.drill.TestDrill.aDrill;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.journal.LossyDisk;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.World;
import dev.drillbook.timeline.Claim.Reached;
import dev.drillbook.timeline.Happening.Closed;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Timeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes at the worst moment, and the disk keeps only what was synced. */
class PowerCutTest {
    @TempDir
    private Path folder;

    private final LossyDisk disk = new LossyDisk();
    private TestDrill drill;

    @BeforeEach
    void open() {
        drill = aDrill(folder).recordedOn(disk).withTimeLimit(ofMinutes(1));
    }

    private Timeline afterAPowerCut() {
        return Timeline.of(
                disk.afterAPowerCut(folder.resolve("reports/2026-11-24-1")).entries());
    }

    @Test
    void when_a_fault_begins_to_harm_its_undo_is_owed_whatever_happens_next() {
        List<Timeline> left = new ArrayList<>();
        drill.thatAppliesAt(ofSeconds(10), new FaultWith(drill.fault(), () -> left.add(afterAPowerCut())))
                .performed();
        assertThat(left).singleElement().satisfies(timeline -> assertThat(
                        timeline.undos().owed())
                .extracting(Owed::fault)
                .containsExactly(drill.fault().inWords()));
    }

    @Test
    void when_a_claim_is_answered_it_is_kept() {
        List<Timeline> left = new ArrayList<>();
        CompletableFuture<String> answer = new CompletableFuture<>();
        answer.thenRun(() -> left.add(afterAPowerCut()));
        Saying detected = new Saying.Reached("detected", "");
        drill.hears(ofSeconds(20), new Message.Said("ada", detected, Instant.EPOCH, Optional.empty(), answer))
                .performed();
        assertThat(left).singleElement().satisfies(timeline -> assertThat(timeline.all(Reached.class))
                .hasSize(1));
    }

    @Test
    void when_a_drill_is_over_its_end_is_kept() {
        drill.performed();
        assertThat(afterAPowerCut().all(Closed.class)).hasSize(1);
    }

    /** A real one, and what happens just before it does its harm. */
    private static final class FaultWith extends RealFaultBut {
        private final Runnable before;

        FaultWith(Fault real, Runnable before) {
            super(real);
            this.before = before;
        }

        @Override
        public void apply(World world) {
            before.run();
            super.apply(world);
        }
    }
}

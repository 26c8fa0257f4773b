package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.DrillException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();
    private final List<String> acted = new ArrayList<>();

    private void says(String who, CompletableFuture<String> person, String what) {
        turns.next(who, person, known -> acted.add(known + " " + what));
    }

    @Test
    void what_one_person_says_stays_in_order_and_holds_up_nobody_else() {
        CompletableFuture<String> ann = new CompletableFuture<>();
        CompletableFuture<String> bob = CompletableFuture.completedFuture("bob");
        says("U1", ann, "one");
        says("U1", ann, "two");
        says("U2", bob, "three");
        ann.complete("ann");
        says("U1", ann, "four");
        assertThat(acted).containsExactly("bob three", "ann one", "ann two", "ann four");
    }

    @Test
    void one_of_whom_slack_said_nothing_can_speak_again() {
        says("U1", CompletableFuture.failedFuture(new DrillException("away")), "lost");
        says("U1", CompletableFuture.completedFuture("ann"), "again");
        assertThat(acted).containsExactly("ann again");
    }
}

package dev.drillbook.drill;

import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Second;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Everything that can reach the loop. */
sealed interface Message {
    void reach(Loop loop);

    /** Whoever receives messages answers each kind: a new kind stops the compiler and not the user. */
    interface Loop {
        void said(Said said);

        void alert(AlertHeard alert);

        void stop(Stop stop);

        void measured(Measured measured);

        void observed(Observed observed);

        void conditionAsked(ConditionAsked asked);

        void lookedAhead(LookedAhead looked);

        void prepared(Prepared prepared);

        void applied(Applied applied);

        void repaired(Repaired repaired);

        void guardReplaced(GuardReplaced guard);
    }

    /**
     * A person spoke.
     *
     * @param received when it reached Drillbook, whatever the loop was doing
     * @param claimed the time they name, if they name one
     * @param answer completed once the claim is durable, or with what is wrong with it
     */
    record Said(
            String who, Saying saying, Instant received, Optional<Instant> claimed, CompletableFuture<String> answer)
            implements Message {
        Instant when() {
            return claimed.orElse(received);
        }

        @Override
        public void reach(Loop loop) {
            loop.said(this);
        }
    }

    /** @param endsAt when the alert has resolved */
    record AlertHeard(
            String name, String summary, Map<String, String> labels, Instant startsAt, Optional<Instant> endsAt)
            implements Message {
        @Override
        public void reach(Loop loop) {
            loop.alert(this);
        }
    }

    /** Ended from outside: a signal to the process, the end of {@code serve}, or a defect elsewhere. */
    record Stop(String why, Ending how) implements Message {
        @Override
        public void reach(Loop loop) {
            loop.stop(this);
        }
    }

    /** One second of the signals. */
    record Measured(Second second) implements Message {
        @Override
        public void reach(Loop loop) {
            loop.measured(this);
        }
    }

    /**
     * All probes, asked at about the same moment: the time is that of the loop, so that stamps and entries agree.
     *
     * @param asked the drill's ticks when the first of them was
     * @param steadyState in the runbook's order
     * @param when the probes that milestones ask for
     * @param faults each applied fault's own probe, by the number of its undo
     */
    record Observed(
            long asked, Map<String, Verdict> steadyState, Map<String, Verdict> when, Map<Integer, Verdict> faults)
            implements Message {
        @Override
        public void reach(Loop loop) {
            loop.observed(this);
        }
    }

    /** What a condition that would end the drill says. @param condition in words */
    record ConditionAsked(String condition, Verdict answer) implements Message {
        @Override
        public void reach(Loop loop) {
            loop.conditionAsked(this);
        }
    }

    /** The preflight looked at all that is to be broken. @param refusal why it must not be, if so */
    record LookedAhead(Optional<String> refusal) implements Message {
        @Override
        public void reach(Loop loop) {
            loop.lookedAhead(this);
        }
    }

    /**
     * How a fault and its residue will be put back was read, or could not be; nothing is changed yet.
     *
     * @param debts the fault's own is the last
     */
    record Prepared(Beat.Apply beat, List<Debt> debts, Optional<String> failure) implements Message {
        @Override
        public void reach(Loop loop) {
            loop.prepared(this);
        }
    }

    /** An undo to be owed, with what it is for and what a person would type. */
    record Debt(String fault, Undo undo, String typed) {}

    /** @param failure why it failed, if it did */
    record Applied(int number, Optional<String> failure) implements Message {
        @Override
        public void reach(Loop loop) {
            loop.applied(this);
        }
    }

    /** The guard ended, and another one is ready. */
    record GuardReplaced(String why) implements Message {
        @Override
        public void reach(Loop loop) {
            loop.guardReplaced(this);
        }
    }

    /** A rehearsal's repair was carried out. */
    record Repaired(String change, Optional<String> failure) implements Message {
        @Override
        public void reach(Loop loop) {
            loop.repaired(this);
        }
    }
}

package dev.drillbook.drill;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Claim;
import java.time.Instant;

/** What a person may say to a drill, already understood. Who says it, and when, comes beside it. */
public sealed interface Saying {
    /** A saying that becomes a claim in the journal. */
    sealed interface Claiming extends Saying {
        /** @throws Invalid when it does not fit what happened so far */
        Claim claim(Claims claims, String who, Instant when);
    }

    /** @param milestone by its name @param text what they add, or empty */
    record Reached(String milestone, String text) implements Claiming {
        @Override
        public Claim claim(Claims claims, String who, Instant when) {
            return claims.reached(who, when, this);
        }
    }

    record Hypothesis(String text) implements Claiming {
        @Override
        public Claim claim(Claims claims, String who, Instant when) {
            return claims.suspected(who, when, this);
        }
    }

    /** @param which a hypothesis, by its number or its text */
    record RuleOut(String which) implements Claiming {
        @Override
        public Claim claim(Claims claims, String who, Instant when) {
            return claims.ruledOut(who, when, this);
        }
    }

    record Note(String text) implements Claiming {
        @Override
        public Claim claim(Claims claims, String who, Instant when) {
            return claims.noted(who, when, this);
        }
    }

    record Escalate(String to) implements Claiming {
        @Override
        public Claim claim(Claims claims, String who, Instant when) {
            return claims.escalated(who, when, this);
        }
    }

    record Role(String person, String role) implements Claiming {
        @Override
        public Claim claim(Claims claims, String who, Instant when) {
            return claims.roleTaken(who, when, this);
        }
    }

    /** Asks for the next hint before its time. */
    record Hint() implements Saying {}

    /** @param why or empty @param real whether a real incident began */
    record Abort(String why, boolean real) implements Saying {}

    /** A step of a rehearsal, whose verbs are those that a team uses. */
    static Claiming of(String verb, String text) {
        return switch (verb) {
            case "reached" -> new Reached(text, "");
            case "root-cause" -> new Reached(Milestone.ROOT_CAUSE, text);
            case "hypothesis" -> new Hypothesis(text);
            case "rule-out" -> new RuleOut(text);
            case "note" -> new Note(text);
            case "escalate" -> new Escalate(text);
            default -> throw new Invalid("a rehearsal cannot say '" + verb + "'");
        };
    }
}

package dev.drillbook.runbook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What carrying out an undo came to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "payment")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Payment.PutBack.class, name = "put back"),
    @JsonSubTypes.Type(value = Payment.AlreadyRight.class, name = "already right"),
    @JsonSubTypes.Type(value = Payment.LeftAlone.class, name = "left alone")
})
public sealed interface Payment {
    /** The details: which keys, which values. */
    String detail();

    String inWords();

    /** This one and then another of the same undo: all that was put back. */
    default Payment and(Payment later) {
        if (later instanceof AlreadyRight) return this;
        return this instanceof PutBack ? new PutBack(detail() + ", then " + later.detail()) : later;
    }

    /** Drillbook put it back. */
    record PutBack(String detail) implements Payment {
        public PutBack {
            detail = Secret.hidden(detail);
        }

        @Override
        public String inWords() {
            return "put back: " + detail;
        }
    }

    /**
     * There was nothing to put back: a person already repaired it.
     *
     * @param afterFailure whether an earlier try failed, which may have put it back all the same
     */
    record AlreadyRight(String detail, Boolean afterFailure) implements Payment {
        public AlreadyRight {
            detail = Secret.hidden(detail);
            if (afterFailure == null) afterFailure = false; // a journal from before it was kept
        }

        public AlreadyRight(String detail) {
            this(detail, false);
        }

        @Override
        public String inWords() {
            return "paid, already right: " + detail + (afterFailure ? ", after a try that failed" : "");
        }
    }

    /**
     * At least one thing has a third value, set by a person meanwhile, and was left alone. It counts as paid only if the
     * fault is gone and the steady state holds.
     */
    record LeftAlone(String detail) implements Payment {
        public LeftAlone {
            detail = Secret.hidden(detail);
        }

        @Override
        public String inWords() {
            return "left alone: " + detail;
        }
    }
}

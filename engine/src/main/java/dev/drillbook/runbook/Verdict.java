package dev.drillbook.runbook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A probe's answer. {@link Unknown} means that the probe itself failed: it neither holds nor breaches. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Holds.class, name = "holds"),
    @JsonSubTypes.Type(value = Verdict.Broken.class, name = "broken"),
    @JsonSubTypes.Type(value = Verdict.Unknown.class, name = "unknown")
})
public sealed interface Verdict {
    /** What was seen, such as {@code 24.1 %}, or why nothing was. */
    String seen();

    String inWords();

    default boolean holds() {
        return false;
    }

    default boolean breaches() {
        return false;
    }

    record Holds(String seen) implements Verdict {
        public Holds {
            seen = Secret.hidden(seen);
        }

        @Override
        public String inWords() {
            return "holds: " + seen;
        }

        @Override
        public boolean holds() {
            return true;
        }
    }

    record Broken(String seen) implements Verdict {
        public Broken {
            seen = Secret.hidden(seen);
        }

        @Override
        public String inWords() {
            return "broken: " + seen;
        }

        @Override
        public boolean breaches() {
            return true;
        }
    }

    record Unknown(String seen) implements Verdict {
        public Unknown {
            seen = Secret.hidden(seen);
        }

        @Override
        public String inWords() {
            return "unknown: " + seen;
        }
    }
}

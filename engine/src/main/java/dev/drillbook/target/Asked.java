package dev.drillbook.target;

import dev.drillbook.runbook.Verdict;
import java.util.function.Supplier;

/** Probes never crash a drill. */
final class Asked {
    private Asked() {}

    /** The answer, or {@link Verdict.Unknown} with the reason why there is none. */
    static Verdict verdict(Supplier<Verdict> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return new Verdict.Unknown(Words.why(e));
        }
    }
}

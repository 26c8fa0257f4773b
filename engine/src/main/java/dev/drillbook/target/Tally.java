package dev.drillbook.target;

import dev.drillbook.runbook.Payment;
import java.util.ArrayList;
import java.util.List;

/** What paying one undo came to, thing by thing. */
final class Tally {
    private final List<String> putBack = new ArrayList<>();
    private final List<String> right = new ArrayList<>();
    private final List<String> alone = new ArrayList<>();

    void putBack(String what) {
        putBack.add(what);
    }

    void alreadyRight(String what) {
        right.add(what);
    }

    void leftAlone(String what) {
        alone.add(what);
    }

    void add(Tally other) {
        putBack.addAll(other.putBack);
        right.addAll(other.right);
        alone.addAll(other.alone);
    }

    Payment payment() {
        if (!alone.isEmpty()) {
            String others = putBack.isEmpty() ? "" : "; put back " + String.join(", ", putBack);
            return new Payment.LeftAlone(String.join(", ", alone) + others);
        }
        if (putBack.isEmpty()) return new Payment.AlreadyRight(String.join(", ", right));
        return new Payment.PutBack(String.join(", ", putBack));
    }
}

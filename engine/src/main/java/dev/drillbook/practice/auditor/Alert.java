package dev.drillbook.practice.auditor;

import java.time.Instant;
import java.util.Optional;

/** An alert as it was raised, and as it ended. @param endsAt empty while it fires */
record Alert(String name, String summary, Instant startsAt, Optional<Instant> endsAt) {
    Alert resolved(Instant at) {
        return new Alert(name, summary, startsAt, Optional.of(at));
    }

    String status() {
        return endsAt.isPresent() ? "resolved" : "firing";
    }
}

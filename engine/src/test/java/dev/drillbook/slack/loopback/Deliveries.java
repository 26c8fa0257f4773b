package dev.drillbook.slack.loopback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What was sent to the app, until it is acknowledged or Slack has waited long enough. */
final class Deliveries {
    private static final int MOST_RETRIES = 3;

    private final Workspace workspace;
    private final Answers answers;
    private final Faults faults;
    private final Pulse pulse;
    private final List<Delivery> all = new ArrayList<>();
    private Courier courier;
    private Duration patience = Duration.ofSeconds(3);
    private List<Duration> retries = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    Deliveries(Workspace workspace, Answers answers, Faults faults, Pulse pulse, Courier courier) {
        this.workspace = workspace;
        this.answers = answers;
        this.faults = faults;
        this.pulse = pulse;
        this.courier = courier;
    }

    void by(Courier other) {
        synchronized (workspace) {
            courier = other;
        }
    }

    void waits(Duration length) {
        synchronized (workspace) {
            patience = length;
        }
    }

    Duration patience() {
        synchronized (workspace) {
            return patience;
        }
    }

    void retriesAfter(Duration pause) {
        synchronized (workspace) {
            retries = List.of(pause, pause, pause);
        }
    }

    List<Delivery> all() {
        synchronized (workspace) {
            return List.copyOf(all);
        }
    }

    /** As the faults want it: not at all, later, or twice. */
    void send(Delivery delivery) {
        synchronized (workspace) {
            all.add(delivery);
            Faults.Fate fate = faults.fate();
            if (fate.lost()) delivery.goes(0);
            for (int copy = 0; copy < fate.copies(); copy++) {
                if (fate.delay().isZero()) carry(delivery, 0, "");
                else pulse.after(fate.delay(), () -> carry(delivery, 0, ""));
            }
            workspace.changed();
        }
    }

    private void carry(Delivery delivery, int attempt, String reason) {
        synchronized (workspace) {
            boolean gone = courier.carries(delivery, attempt, reason);
            if (!gone && delivery.kind() != Delivery.Kind.EVENT && delivery.open()) fail(delivery, "dispatch_failed");
            workspace.changed();
        }
    }

    /** @param words what the app said, or an empty object */
    void acked(String id, JsonNode words, int socket) {
        synchronized (workspace) {
            try {
                Delivery delivery = find(id).orElseThrow(() -> Rule.UNKNOWN_ENVELOPE.refusal(id));
                if (delivery.acks().size() >= delivery.times()) throw Rule.SECOND_ACK.refusal(id);
                boolean late = !delivery.failure().isEmpty()
                        || delivery.lastSent().plus(patience).isBefore(workspace.now());
                delivery.acked(words, socket, late);
                if (late && delivery.kind() != Delivery.Kind.EVENT) tooLate(delivery);
                answers.take(delivery, words);
            } catch (Refusal refusal) {
                workspace.refused("socket", refusal);
            }
            workspace.changed();
        }
    }

    private void tooLate(Delivery delivery) {
        if (delivery.failure().isEmpty()) fail(delivery, Rule.LATE_ACK.code());
        throw Rule.LATE_ACK.refusal(delivery.id());
    }

    private Optional<Delivery> find(String id) {
        return all.stream().filter(delivery -> delivery.id().equals(id)).findFirst();
    }

    /** By HTTP nobody answered, or not with 200. */
    void failed(Delivery delivery, String code) {
        synchronized (workspace) {
            if (delivery.kind() != Delivery.Kind.EVENT && delivery.open()) fail(delivery, code);
            workspace.changed();
        }
    }

    private void fail(Delivery delivery, String code) {
        delivery.fails(code);
        answers.failed(delivery);
    }

    /** Gives up on what waited for too long, and brings events again when their time has come. */
    void look() {
        synchronized (workspace) {
            for (Delivery delivery : List.copyOf(all)) {
                if (!delivery.open() || delivery.times() == 0) continue;
                Duration waited = Duration.between(delivery.lastSent(), workspace.now());
                if (waited.compareTo(patience) < 0) continue;
                if (delivery.kind() != Delivery.Kind.EVENT || delivery.times() > MOST_RETRIES)
                    fail(delivery, Rule.LATE_ACK.code());
                else if (waited.compareTo(patience.plus(retries.get(delivery.times() - 1))) >= 0)
                    carry(delivery, delivery.times(), "timeout");
            }
            workspace.changed();
        }
    }

    /** A new connection gets what no connection got, and what was sent on one that is gone. */
    void connected() {
        again(delivery -> delivery.kind() == Delivery.Kind.EVENT
                && delivery.open()
                && delivery.sent().stream().noneMatch(sent -> courier.reaches(sent.socket())));
    }

    /** Brings all of these once more, whether or not their time has come. */
    void again(Predicate<Delivery> which) {
        synchronized (workspace) {
            all.stream()
                    .filter(which)
                    .toList()
                    .forEach(delivery -> carry(delivery, delivery.times(), delivery.times() == 0 ? "" : "timeout"));
        }
    }
}

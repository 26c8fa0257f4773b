package dev.drillbook.slack.loopback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Everything there is, and the one lock over it: whoever changes something holds this object, and says {@link #changed()}
 * at the end.
 */
final class Workspace {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private Instant last = Instant.EPOCH;
    private int named;

    Workspace(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Later than every one before, if only by a microsecond. */
    synchronized String ts() {
        Instant now = now();
        Instant micros = Instant.ofEpochSecond(now.getEpochSecond(), now.getNano() / 1_000 * 1_000L);
        last = micros.isAfter(last) ? micros : last.plusNanos(1_000);
        return last.getEpochSecond() + "." + String.format("%06d", last.getNano() / 1_000);
    }

    synchronized String name(String prefix) {
        return prefix + String.format("%08d", ++named);
    }

    synchronized Person add(Person person) {
        people.put(person.id(), person);
        return person;
    }

    synchronized Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    synchronized Channel open(String name, boolean hidden) {
        Channel channel = new Channel(this, name("C"), name, hidden);
        channels.put(channel.id(), channel);
        changed();
        return channel;
    }

    /** By its id, or by its name with or without {@code #}. */
    synchronized Optional<Channel> channel(String reference) {
        String name = reference.startsWith("#") ? reference.substring(1) : reference;
        return channels.values().stream()
                .filter(c -> c.id().equals(reference) || c.name().equals(name))
                .findFirst();
    }

    synchronized List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    synchronized void refused(String where, Refusal refusal) {
        refused.add(new Refused(now(), refusal.rule(), where, refusal.getMessage()));
        changed();
    }

    synchronized List<Refused> refused() {
        return List.copyOf(refused);
    }

    synchronized void changed() {
        notifyAll();
    }

    /**
     * Waits, in real time, for a minute: machines stall.
     *
     * @throws AssertionError when it does not become true
     */
    synchronized void until(BooleanSupplier truth, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!truth.getAsBoolean()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) throw new AssertionError("waited in vain for " + what + "; refused: " + refused);
                wait(Math.min(left, 200));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }
}

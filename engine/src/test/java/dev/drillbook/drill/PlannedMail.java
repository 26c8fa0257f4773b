package dev.drillbook.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;

/** A mailbox in which waiting turns the clock: what is planned for a moment happens when the clock gets there. */
final class PlannedMail implements Mailbox {
    private record Planned(Instant at, int order, Runnable what) {}

    private final HandClock clock;
    private final Deque<Message> queue = new ArrayDeque<>();
    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::order));
    private int order;

    PlannedMail(HandClock clock) {
        this.clock = clock;
    }

    void plan(Duration fromNow, Runnable what) {
        plan.add(new Planned(clock.instant().plus(fromNow), order++, what));
    }

    @Override
    public void post(Message message) {
        queue.add(message);
    }

    @Override
    public Optional<Message> next(Duration within) {
        Instant until = clock.instant().plus(within);
        while (queue.isEmpty() && !plan.isEmpty() && !plan.peek().at().isAfter(until)) {
            Planned next = plan.poll();
            clock.turn(Duration.between(clock.instant(), next.at()));
            next.what().run();
        }
        if (queue.isEmpty() && until.isAfter(clock.instant())) clock.turn(Duration.between(clock.instant(), until));
        return Optional.ofNullable(queue.poll());
    }
}

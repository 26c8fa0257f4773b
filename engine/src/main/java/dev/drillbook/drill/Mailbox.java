package dev.drillbook.drill;

import dev.drillbook.timeline.Happening.Ending;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The one queue through which everything reaches the loop. Any thread may post. */
final class Mailbox {
    private final LinkedBlockingQueue<Message> queue = new LinkedBlockingQueue<>();

    void post(Message message) {
        queue.add(message);
    }

    /** The next message, or nothing when none came within this time. */
    Optional<Message> next(Duration within) {
        try {
            return Optional.ofNullable(queue.poll(Math.max(0, within.toNanos()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            // the loop is ended by a message, never by an interrupt
            return Optional.of(new Message.Stop("interrupted", Ending.SIGNAL));
        }
    }
}

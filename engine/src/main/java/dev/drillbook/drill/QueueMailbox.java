package dev.drillbook.drill;

import dev.drillbook.timeline.Happening.Ending;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A mailbox that waits in real time. */
final class QueueMailbox implements Mailbox {
    private final LinkedBlockingQueue<Message> queue = new LinkedBlockingQueue<>();

    @Override
    public void post(Message message) {
        queue.add(message);
    }

    @Override
    public Optional<Message> next(Duration within) {
        try {
            return Optional.ofNullable(queue.poll(Math.max(0, within.toNanos()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            // the loop is ended by a message, never by an interrupt
            return Optional.of(new Message.Stop("interrupted", Ending.SIGNAL));
        }
    }
}

package dev.drillbook.schedule;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Wakes the timetable. It may ring twice, early or late: the timetable looks at its table and at the clock and decides.
 */
interface Alarm extends AutoCloseable {
    /** @param bell called for each alarm that is due, on a thread of the alarm's own */
    void start(Consumer<Due> bell);

    /** Rings at that moment, at once if it has passed; an alarm for the same thing is replaced. */
    void set(Due due, Instant at);

    void cancel(Due due);

    @Override
    void close();
}

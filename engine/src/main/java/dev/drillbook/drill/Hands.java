package dev.drillbook.drill;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Slow work: runs elsewhere and reports back as a message, so that the loop never waits. */
interface Hands {
    /** @param work gives the message to post; it must not throw */
    void start(String name, Callable<Message> work);

    /** Cancels what still runs and waits for it to end, at most this long. */
    void letGo(Duration patience);
}

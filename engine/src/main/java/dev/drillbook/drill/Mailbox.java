package dev.drillbook.drill;

import java.time.Duration;
import java.util.Optional;

/** The one queue through which everything reaches the loop. Any thread may post. */
interface Mailbox {
    void post(Message message);

    /** The next message, or nothing when none came within this time; zero and less do not wait. */
    Optional<Message> next(Duration within);
}

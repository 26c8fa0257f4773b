package dev.drillbook.control;

import java.util.List;
import java.util.function.Consumer;

/** What {@code drillbook serve} serves, opened. */
public interface Serving extends AutoCloseable {
    Drills drills();

    /** Pays what drills of dead engines owe. @param told a line for each */
    void settle(Consumer<String> told);

    /** In the order in which they open; they close the other way round. */
    List<Door> doors();

    @Override
    void close();
}

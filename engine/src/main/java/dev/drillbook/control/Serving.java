package dev.drillbook.control;

import java.util.List;

/** What {@code drillbook serve} serves, opened. */
public interface Serving extends AutoCloseable {
    Drills drills();

    /** In the order in which they open; they close the other way round. */
    List<Door> doors();

    @Override
    void close();
}

package dev.drillbook.target;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.World;
import java.nio.file.Path;
import java.util.Optional;

/** A fault of some kind, and all that the contract must do to its world. */
abstract class Example implements AutoCloseable {
    static final String INPUT = "the-target";

    private final String kind;

    /** @param kind as in {@link Catalogue#undos()} */
    Example(String kind) {
        this.kind = kind;
    }

    String kind() {
        return kind;
    }

    /** Makes the world what it is on a good day. A new empty folder comes with it. */
    abstract void healthy(Path folder) throws Exception;

    abstract Fault fault();

    abstract World world();

    /** Everything that may change, exactly. */
    abstract String state() throws Exception;

    /** Someone sets what the fault changed to something else again. Nothing where there are only two states. */
    Optional<Runnable> thirdValue() {
        return Optional.empty();
    }

    abstract void down() throws Exception;

    abstract void up() throws Exception;

    @Override
    public void close() {}
}

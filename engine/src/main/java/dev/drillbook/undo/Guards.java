package dev.drillbook.undo;

import dev.drillbook.runbook.Refused;
import java.nio.file.Path;

/** Posts a guard beside each drill, who pays what it owes when its engine cannot. */
public interface Guards {
    /** Nobody: what an engine leaves owed is paid by the next start, or by hand. */
    Guards NONE = (drill, engine) -> new Posted() {
        @Override
        public void awaitReady() {}

        @Override
        public void close() {}
    };

    /**
     * Begins to post it, and returns at once.
     *
     * @param drill its folder, in which there is a journal
     */
    Posted post(Path drill, Engine engine);

    /** A guard beside one drill. */
    interface Posted extends AutoCloseable {
        /** @throws Refused when there is none: then nothing may be broken */
        void awaitReady();

        /** Lets it go without waiting: what could not be paid here is left to it, once the locks are free. */
        default void leave() {
            close();
        }

        /** Lets it go and waits for its end. The drill's journal has its last entry. */
        @Override
        void close();
    }

    /** Whoever is guarded. Told on any thread. */
    interface Engine {
        /** A guard ended, and another one is ready. */
        void guardReplaced(String why);

        /** A guard ended, and no other one could be had: whatever is broken had better be put back. */
        void guardLost(String why);
    }
}

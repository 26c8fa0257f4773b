package dev.drillbook.control;

import dev.drillbook.runbook.Busy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drills of this process: all that are not written up yet, and some that ended lately. One begins at a time, and takes
 * as long as the disk does; who asks which there are never waits for it.
 */
final class Roster {
    private static final Logger LOG = LoggerFactory.getLogger(Roster.class);

    /** How many that ended are kept in mind, for those who ask what they came to. */
    private static final int ENDED = 50;

    private final List<LiveDrill> drills = new CopyOnWriteArrayList<>();
    private final List<Consumer<LiveDrill>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** One that begins is ended with the others; after that, none begins. @throws Busy then */
    synchronized LiveDrill begin(Supplier<LiveDrill> opening) {
        if (closed) throw new Busy("Drillbook is ending: start the drill when it is back");
        LiveDrill drill = opening.get();
        drills.add(drill);
        listeners.forEach(listener -> tell(listener, drill));
        List<LiveDrill> ended =
                drills.stream().filter(one -> one.finished().isDone()).toList();
        if (ended.size() > ENDED) drills.remove(ended.get(0));
        return drill;
    }

    /** As {@link Drills#onStart}. */
    Runnable onBegin(Consumer<LiveDrill> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A drill that began goes on, whatever a listener makes of it. */
    private static void tell(Consumer<LiveDrill> listener, LiveDrill drill) {
        try {
            listener.accept(drill);
        } catch (RuntimeException e) {
            LOG.error("drill {}: it began, and one who wanted to know failed", drill.id(), e);
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Those that are not over, the first one first. */
    List<LiveDrill> running() {
        return drills.stream().filter(drill -> !drill.isOver()).toList();
    }

    Optional<LiveDrill> find(String id) {
        return drills.stream().filter(drill -> drill.id().equals(id)).findFirst();
    }

    /** As {@link Drills#end}. */
    boolean end(String why) {
        List<LiveDrill> open = close();
        open.forEach(drill -> drill.stop(why));
        return open.stream().map(Roster::owes).toList().stream().noneMatch(owes -> owes);
    }

    /** @return those that are not written up yet */
    private synchronized List<LiveDrill> close() {
        closed = true;
        return drills.stream().filter(drill -> !drill.finished().isDone()).toList();
    }

    /** Waits for its end. */
    private static boolean owes(LiveDrill drill) {
        try {
            return !drill.finished().join().owed().isEmpty();
        } catch (CompletionException e) {
            return drill.owed() > 0; // it left no record: nothing was broken
        }
    }
}

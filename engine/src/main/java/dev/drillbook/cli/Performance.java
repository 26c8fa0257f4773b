package dev.drillbook.cli;

import dev.drillbook.control.Door;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Exit;
import dev.drillbook.control.Finished;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Start;
import dev.drillbook.runbook.DrillException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.utils.Signals;

/**
 * One drill of this process, from opened doors to its exit code. SIGINT, SIGTERM and SIGHUP end the drill, which puts
 * everything back first.
 */
final class Performance implements AutoCloseable {
    private static final Map<String, Integer> SIGNALS = new TreeMap<>(Map.of("HUP", 1, "INT", 2, "TERM", 15));

    private final Workplace place;
    private final Screen screen;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicReference<String> caught = new AtomicReference<>();
    private volatile Optional<LiveDrill> drill = Optional.empty();

    Performance(Workplace place, Screen screen) {
        this.place = place;
        this.screen = screen;
        SIGNALS.keySet().forEach(name -> Signals.register(name, () -> caught(name)));
    }

    LiveDrill start(Start wish) {
        Drills drills = place.drills().get();
        for (Door door : place.doors()) open.add(door.open(drills));
        LiveDrill started = drills.start(wish, words -> starting(wish.environment(), words));
        drill = Optional.of(started);
        if (caught.get() != null) stop(started);
        return started;
    }

    /** A signal while the environment comes up: it goes down again, and nothing was broken. */
    private void starting(String environment, String words) {
        if (caught.get() != null) throw new EndedBySignal(caught.get(), signalled());
        screen.progress("starting " + environment + ": " + words);
    }

    /** Ctrl-C, where a terminal gives it as a key. */
    void interrupted() {
        caught("INT");
    }

    private void caught(String name) {
        if (caught.compareAndSet(null, name)) drill.ifPresent(this::stop);
        else screen.warn("still putting things back; owed: " + owed());
    }

    private void stop(LiveDrill started) {
        screen.warn("SIG" + caught.get() + ": ending the drill, everything is put back first");
        started.stop("SIG" + caught.get());
    }

    private String owed() {
        return drill.map(started -> started.timeline().owed().size() + " undo(s)")
                .orElse("nothing");
    }

    Finished finish(LiveDrill started) {
        return started.finished().join();
    }

    private int signalled() {
        return 128 + SIGNALS.get(caught.get());
    }

    /** What is still owed wins over everything, then the signal that ended the drill. */
    int exit(Exit exit) {
        return caught.get() == null || exit == Exit.STILL_OWED ? exit.code() : signalled();
    }

    @Override
    public void close() {
        for (AutoCloseable door : open) close(door);
    }

    private void close(AutoCloseable door) {
        try {
            door.close();
        } catch (DrillException e) {
            screen.warn(e.getMessage());
        } catch (Exception e) {
            screen.warn("a door did not close: " + e);
        }
    }
}

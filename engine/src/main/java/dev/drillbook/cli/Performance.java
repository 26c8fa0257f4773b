package dev.drillbook.cli;

import dev.drillbook.control.Door;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Exit;
import dev.drillbook.control.Finished;
import dev.drillbook.control.OpenDrill;
import dev.drillbook.control.Served;
import dev.drillbook.control.Start;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.undo.Ledger.Debtor;
import dev.drillbook.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * One drill of this process, from opened doors to its exit code. SIGINT, SIGTERM and SIGHUP end the drill, which puts
 * everything back first.
 */
final class Performance implements AutoCloseable {
    private final Workplace place;
    private final Screen screen;
    private final EndingSignal signal = EndingSignal.caught(this::stop, this::tellWhatIsOwed);
    private final List<AutoCloseable> open = new ArrayList<>();
    private volatile Optional<OpenDrill> drill = Optional.empty();
    private Set<String> unpaid = Set.of();

    Performance(Workplace place, Screen screen) {
        this.place = place;
        this.screen = screen;
    }

    OpenDrill start(Start wish) {
        OpenDrill started =
                Served.find(place.home()).map(serve -> startThere(serve, wish)).orElseGet(() -> startHere(wish));
        drill = Optional.of(started);
        if (signal.name().isPresent()) stop();
        return started;
    }

    private OpenDrill startThere(Served serve, Start wish) {
        screen.progress("drillbook serve runs here, and starts it");
        return serve.start(wish);
    }

    private OpenDrill startHere(Start wish) {
        // what an engine that died has left comes before anything that may refuse
        unpaid = place.debts().settleAll(screen::warn);
        Drills drills = place.drills().get();
        for (Door door : place.doors()) open.add(door.open(drills));
        return drills.start(wish, words -> starting(wish.environment(), words));
    }

    /** A signal while the environment comes up: it goes down again, and nothing was broken. */
    private void starting(String environment, String words) {
        signal.name().ifPresent(name -> {
            throw new EndedBySignal(name, exit(Exit.DONE));
        });
        screen.progress("starting " + environment + ": " + words);
    }

    /** Ctrl-C, where a terminal gives it as a key. */
    void interrupted() {
        signal.take("INT");
    }

    private void stop() {
        drill.ifPresent(started -> {
            String name = signal.name().orElseThrow();
            screen.warn(name + ": ending the drill, everything is put back first");
            stop(started, name);
        });
    }

    /** Where another process performs it, it may be over by now, or not answer. */
    private void stop(OpenDrill started, String why) {
        try {
            started.stop(why);
        } catch (DrillException e) {
            screen.warn(e.getMessage());
        }
    }

    private void tellWhatIsOwed() {
        screen.warn("still putting things back; owed: "
                + drill.map(started -> Numbers.count(started.owed(), "undo", "undos"))
                        .orElse("nothing"));
    }

    Finished finish(OpenDrill started) {
        try {
            return started.finished().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DrillException told) throw told;
            throw e;
        }
    }

    /** What is still owed wins over everything, then the signal that ended the drill. */
    int exit(Exit exit) {
        if (exit == Exit.STILL_OWED || staysOwed()) return Exit.STILL_OWED.code();
        return signal.name().isEmpty() ? exit.code() : signal.exit();
    }

    /** Of what was to be paid before the drill began: a person may have done it meanwhile. */
    private boolean staysOwed() {
        List<String> owing = unpaid.isEmpty()
                ? List.of()
                : place.debts().look().debtors().stream()
                        .map(Debtor::drill)
                        .filter(unpaid::contains)
                        .toList();
        owing.forEach(other -> screen.warn("STILL OWED: from drill " + other + "; again with drillbook undo " + other));
        return !owing.isEmpty();
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

package dev.drillbook.control;

import dev.drillbook.drill.DrillClock;
import dev.drillbook.drill.Order;
import dev.drillbook.drill.RunningDrill;
import dev.drillbook.environment.Environment;
import dev.drillbook.environment.EnvironmentLock;
import dev.drillbook.environment.Stack;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.undo.Ledger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every drill of this installation: the one call that a door makes. */
public final class Drills {
    private final Home home;
    private final Function<String, Runbook> library;
    private final Environments environments;
    private final Reporting reporting;
    private final ZoneId zone;
    private final String version;
    private final DrillClock clock;
    private final CopyOnWriteArrayList<LiveDrill> live = new CopyOnWriteArrayList<>();
    private volatile Optional<Intake> intake = Optional.empty();

    /**
     * @param library from a runbook's id or file to the runbook, or {@code Invalid}
     * @param zone the team's
     */
    public Drills(
            Home home,
            Function<String, Runbook> library,
            Environments environments,
            Reporting reporting,
            ZoneId zone,
            String version,
            DrillClock clock) {
        this.home = home;
        this.library = library;
        this.environments = environments;
        this.reporting = reporting;
        this.zone = zone;
        this.version = version;
        this.clock = clock;
    }

    /** From now on alerts and second terminals come in there. */
    public void takesCallsAt(Intake door) {
        intake = Optional.of(door);
    }

    /**
     * Starts a drill. Returns once it has begun its preflight; nothing is broken by then.
     *
     * @param progress told a few words while the environment comes up
     * @throws dev.drillbook.runbook.Invalid when the wish names something that does not exist
     * @throws Refused when a safety rule forbids it: nothing was broken
     */
    public LiveDrill start(Start wish, Consumer<String> progress) {
        Runbook runbook = library.apply(wish.runbook());
        onlyKnownInputs(wish, runbook);
        Stack stack = environments.stack(wish.environment());
        EnvironmentLock lock = EnvironmentLock.take(home.locks(), wish.environment());
        boolean startedStack = false;
        try {
            nothingIsOwed(wish.environment());
            startedStack = !stack.isUp();
            if (startedStack) stack.up(progress);
            LiveDrill drill = open(wish, runbook, stack, lock, startedStack);
            live.add(drill);
            return drill;
        } catch (RuntimeException e) {
            if (startedStack) stack.down();
            lock.close();
            throw e;
        }
    }

    private LiveDrill open(Start wish, Runbook runbook, Stack stack, EnvironmentLock lock, boolean startedStack) {
        Environment environment = Environments.with(wish.inputs(), stack.environment());
        Order.check(runbook, environment, wish.rehearsal());
        Path folder =
                Folders.next(home.reports(), LocalDate.ofInstant(clock.wall().instant(), zone));
        String id = folder.getFileName().toString();
        Order order = new Order(id, runbook, environment, wish.rehearsal(), wish.who(), wish.door(), zone, version);
        intake.ifPresent(door -> stack.alertsTo(door.alerts(), door.token()));
        Optional<ControlFile> file = intake.map(door -> new ControlFile(
                id,
                wish.environment(),
                door.address(),
                door.token(),
                ProcessHandle.current().pid()));
        file.ifPresent(control -> control.write(home.state()));
        RunningDrill running = started(order, folder);
        return new LiveDrill(running, reporting, clock, () -> {
            live.removeIf(drill -> drill.id().equals(id));
            file.ifPresent(control -> control.delete(home.state()));
            if (startedStack && running.timeline().owed().isEmpty()) stack.down();
            lock.close();
        });
    }

    private RunningDrill started(Order order, Path folder) {
        try {
            return RunningDrill.start(order, folder, clock);
        } catch (RuntimeException e) {
            Folders.giveBack(folder);
            throw e;
        }
    }

    private static void onlyKnownInputs(Start wish, Runbook runbook) {
        List<String> known = runbook.inputs().stream().map(Input::name).toList();
        for (String name : wish.inputs().keySet())
            if (!known.contains(name))
                throw new Invalid("runbook '" + runbook.id() + "' has no input '" + name + "'"
                        + Nearest.hint(
                                name, known, known.isEmpty() ? "it has none" : "it has " + String.join(", ", known)));
    }

    private void nothingIsOwed(String environment) {
        for (Ledger.Debtor debtor : Ledger.debtors(home.reports()))
            if (debtor.environment().equals(environment))
                throw new Refused("drill " + debtor.drill() + " still owes an undo on environment '" + environment
                        + "': pay it with drillbook undo " + debtor.drill());
    }

    /** The drill that runs here and now; empty when there is none. */
    public Optional<LiveDrill> running() {
        return live.stream().findFirst();
    }

    public Stream<LiveDrill> all() {
        return live.stream();
    }

    public ZoneId zone() {
        return zone;
    }
}

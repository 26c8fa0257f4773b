package dev.drillbook.control;

import dev.drillbook.drill.DrillClock;
import dev.drillbook.drill.Order;
import dev.drillbook.drill.RunningDrill;
import dev.drillbook.environment.Environment;
import dev.drillbook.environment.EnvironmentLock;
import dev.drillbook.environment.Stack;
import dev.drillbook.environment.StopSwitch;
import dev.drillbook.journal.DrillFolders;
import dev.drillbook.process.Identity;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.undo.Guards;
import dev.drillbook.undo.Ledger;
import dev.drillbook.undo.Ledger.Debtor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every drill of this installation: the one call that a door makes. */
public final class Drills {
    private static final Duration TO_OPEN = Duration.ofSeconds(30);

    private final Home home;
    private final Function<String, Runbook> library;
    private final Environments environments;
    private final Gate gate;
    private final Guards guards;
    private final Reporting reporting;
    private final ZoneId zone;
    private final String version;
    private final DrillClock clock;
    private final StopSwitch stop;
    private final Roster roster = new Roster();
    private volatile Optional<Intake> intake = Optional.empty();
    private volatile Optional<Planning> planning = Optional.empty();

    /**
     * @param library from a runbook's id or file to the runbook, or {@code Invalid}
     * @param zone the team's
     */
    public Drills(
            Home home,
            Function<String, Runbook> library,
            Environments environments,
            Gate gate,
            Guards guards,
            Reporting reporting,
            ZoneId zone,
            String version,
            DrillClock clock) {
        this.home = home;
        this.stop = new StopSwitch(home.stopped());
        this.library = library;
        this.environments = environments;
        this.gate = gate;
        this.guards = guards;
        this.reporting = reporting;
        this.zone = zone;
        this.version = version;
        this.clock = clock;
    }

    /**
     * Approves the exact text that a runbook has now.
     *
     * @return a line for whoever asked
     * @throws Refused when that person may not, for this environment
     */
    public String approve(String runbook, String environment, String who) {
        environments.stack(environment);
        return gate.approve(library.apply(runbook), environment, who);
    }

    /** How it is with the approval of that text, in words. @throws Refused when it needs one that nobody gave */
    public String approval(Start wish) {
        return gate.approval(wish, library.apply(wish.runbook()));
    }

    /**
     * From now on no drill starts, and those that run are ended; returns once all are put back and written up.
     *
     * @return whether nothing stays owed
     */
    public boolean end(String why) {
        return roster.end(why);
    }

    /** From now on the calendar answers there. */
    public void plansWith(Planning calendar) {
        planning = Optional.of(calendar);
    }

    /** Whether a calendar runs here. */
    public boolean isPlanned() {
        return planning.isPresent();
    }

    /** Whether no drill starts here any more. */
    public boolean isEnding() {
        return roster.isClosed();
    }

    /** @throws Invalid when no calendar runs here */
    public Planning planning() {
        return planning.orElseThrow(() -> new Invalid("no calendar runs here: start drillbook serve"));
    }

    /** From now on alerts and second terminals come in there. */
    public void takesCallsAt(Intake door) {
        intake = Optional.of(door);
    }

    /**
     * Starts a drill. Returns once its first entry is on the disk, which says who started it and for which planned start;
     * whatever dies from then on, it is known that it began. Nothing is broken by then.
     *
     * @param progress told a few words while the environment comes up
     * @throws dev.drillbook.runbook.Invalid when the wish names something that does not exist
     * @throws Refused when a safety rule forbids it: nothing was broken
     */
    public LiveDrill start(Start wish, Consumer<String> progress) {
        stop.check();
        Runbook runbook = library.apply(wish.runbook());
        onlyKnownInputs(wish, runbook);
        Stack stack = environments.stack(wish.environment());
        gate.check(wish, runbook, clock.now());
        EnvironmentLock lock = EnvironmentLock.take(home.locks(), wish.environment());
        boolean startedStack = false;
        LiveDrill drill;
        try {
            nothingIsOwed(wish.environment());
            startedStack = !stack.isUp();
            if (startedStack) stack.up(progress);
            stop.check(); // again: it took its time to come up
            boolean isOurs = startedStack;
            drill = roster.begin(() -> open(wish, runbook, stack, lock, isOurs));
        } catch (RuntimeException e) {
            leave(stack, startedStack, lock);
            throw e;
        }
        StopWatch.over(drill, stop);
        if (!drill.after(0, TO_OPEN).isEmpty()) return drill;
        drill.stop("its record cannot be written");
        throw new DrillException("drill " + drill.id() + " could not write its first entry to " + home.reports()
                + ": free some space, and look at the folder's permissions");
    }

    private LiveDrill open(Start wish, Runbook runbook, Stack stack, EnvironmentLock lock, boolean startedStack) {
        Environment environment = environments.with(wish, stack);
        Order.check(runbook, environment, wish.rehearsal());
        Path folder =
                Folders.next(home.reports(), LocalDate.ofInstant(clock.wall().instant(), zone));
        String id = folder.getFileName().toString();
        Order order = new Order(
                id,
                runbook,
                environment,
                wish.rehearsal(),
                wish.who(),
                wish.door(),
                wish.occurrence(),
                zone,
                version,
                at -> gate.checkFreezes(wish.environment(), at));
        intake.ifPresent(door -> stack.alertsTo(door.alerts(wish.environment()), door.token()));
        Optional<ControlFile> file = intake.map(door ->
                new ControlFile(id, wish.environment(), door.address(), door.token(), Identity.ofThisProcess()));
        RunningDrill running = started(order, folder, file);
        return new LiveDrill(running, reporting, clock, () -> {
            file.ifPresent(control -> control.delete(home.state()));
            leave(stack, startedStack && running.timeline().undos().owed().isEmpty(), lock);
        });
    }

    /** A stack that cannot be taken down keeps nobody out of its environment. */
    private static void leave(Stack stack, boolean takeDown, EnvironmentLock lock) {
        try (lock) {
            if (takeDown) stack.down();
        }
    }

    /** Last of all, for from here on it breaks things: whatever fails before leaves nothing running. */
    private RunningDrill started(Order order, Path folder, Optional<ControlFile> file) {
        try {
            file.ifPresent(control -> control.write(home.state()));
            return RunningDrill.start(order, folder, clock, guards);
        } catch (RuntimeException e) {
            file.ifPresent(control -> control.delete(home.state()));
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
            if (debtor.environment().equals(environment) || debtor.environment().isEmpty())
                throw new Refused("drill " + debtor.drill() + " still owes an undo on environment '" + environment
                        + "': pay it with drillbook undo " + debtor.drill());
    }

    /** Looks at what a drill would demand, without starting one. */
    public Doctor doctor() {
        return new Doctor(home, library, environments, gate, clock.now());
    }

    /** One that runs here, or did lately. */
    public Optional<LiveDrill> find(String id) {
        return roster.find(id);
    }

    /**
     * How many undos nobody has paid of drills that are over: what a running one owes tells players what it broke. A drill
     * that cannot be read counts as one.
     */
    public int owed() {
        Set<String> running = Stream.concat(
                        running().stream().map(LiveDrill::id), ControlFile.drills(home.state()).stream())
                .collect(Collectors.toSet());
        Ledger.Found found = Ledger.look(home.reports());
        return found.unread().size()
                + found.debtors().stream()
                        .filter(debtor -> !running.contains(debtor.drill()))
                        .mapToInt(Debtor::count)
                        .sum();
    }

    /** The names of all that can be drilled. */
    public Set<String> environments() {
        return environments.names();
    }

    /** The drills that run here and now, the first one first. */
    public List<LiveDrill> running() {
        return roster.running();
    }

    /**
     * From now on each drill that begins is told, before whoever started it has it back.
     *
     * @param listener returns at once
     * @return ends it
     */
    public Runnable onStart(Consumer<LiveDrill> listener) {
        return roster.onBegin(listener);
    }

    /** A drill that does not run here any more, as its folder tells it; empty where there is none. */
    public Optional<Finished> past(String drill) {
        Path folder = home.reports().resolve(drill).normalize();
        return home.reports().equals(folder.getParent()) && DrillFolders.isOne(folder)
                ? Optional.of(Finished.read(folder))
                : Optional.empty();
    }

    /** The drill that was started for a planned start, now or in the past; its first entry says so. */
    public Optional<String> startedFor(String occurrence) {
        return Ledger.all(home.reports())
                .filter(drill -> drill.timeline()
                        .first(Opened.class)
                        .flatMap(opened -> opened.what().occurrence())
                        .equals(Optional.of(occurrence)))
                .map(Ledger.Debtor::drill)
                .findFirst();
    }

    public ZoneId zone() {
        return zone;
    }
}

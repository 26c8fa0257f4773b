package dev.drillbook.control;

import dev.drillbook.drill.Order;
import dev.drillbook.drill.Preflight;
import dev.drillbook.environment.BoundWorld;
import dev.drillbook.environment.Environment;
import dev.drillbook.environment.EnvironmentLock;
import dev.drillbook.environment.Stack;
import dev.drillbook.environment.StopSwitch;
import dev.drillbook.runbook.Busy;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.undo.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks at everything that a drill demands before it starts. Nothing is started, nothing is broken. */
public final class Doctor {
    private static final String LOCK = "lock";

    private final Home home;
    private final Function<String, Runbook> library;
    private final Environments environments;
    private final Gate gate;
    private final Instant now;

    Doctor(Home home, Function<String, Runbook> library, Environments environments, Gate gate, Instant now) {
        this.home = home;
        this.library = library;
        this.environments = environments;
        this.gate = gate;
        this.now = now;
    }

    /** @param what was looked at @param seen what was found, or what is wrong and what to do about it */
    public record Finding(String what, boolean isGood, String seen) {}

    /** Of the installation and one environment. @param who would start the drill */
    public List<Finding> examine(String environment, String who) {
        List<Finding> findings = new ArrayList<>();
        findings.add(look("stop switch", () -> {
            new StopSwitch(home.stopped()).check();
            return "drills may start";
        }));
        findings.add(look("reports", () -> writable(home.reports())));
        findings.add(look("state", () -> writable(home.state())));
        findings.add(look("debts", this::owed));
        findings.add(look(
                "environment " + environment,
                () -> environments.stack(environment).isUp() ? "is there" : "is not up: a drill starts it"));
        if (!environments.names().contains(environment)) return findings;
        findings.add(look(LOCK, () -> free(environment)));
        findings.add(look("permission", () -> {
            gate.mayRun(who, environment);
            return "'" + who + "' may start drills there";
        }));
        findings.add(look("freezes", () -> {
            gate.checkFreezes(environment, now);
            return "none now";
        }));
        return findings;
    }

    /** Of what one drill would need there too. */
    public List<Finding> examine(Start wish) {
        List<Finding> findings = examine(wish.environment(), wish.who());
        findings.add(look("runbook", () -> library.apply(wish.runbook()).id() + " has no mistakes"));
        if (findings.stream().anyMatch(finding -> !finding.isGood() && isBasic(finding, wish))) return findings;
        Runbook runbook = library.apply(wish.runbook());
        Stack stack = environments.stack(wish.environment());
        findings.add(look("approval", () -> approval(wish, runbook)));
        if (stack.isUp())
            findings.addAll(asPlanned(wish, runbook, isFree(findings), () -> environments.with(wish, stack)));
        else
            findings.add(new Finding(
                    "inputs, faults", true, "NOT looked at, for it is not up: drillbook practice up, and ask again"));
        return findings;
    }

    /** A serve that runs here holds what was approved. */
    private String approval(Start wish, Runbook runbook) {
        return Served.find(home).map(serve -> serve.approval(wish)).orElseGet(() -> gate.approval(wish, runbook));
    }

    /** Without which nothing more can be looked at. */
    private static boolean isBasic(Finding finding, Start wish) {
        return finding.what().equals("runbook") || finding.what().equals("environment " + wish.environment());
    }

    private static boolean isFree(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.isGood() && finding.what().equals(LOCK));
    }

    /** @param isFree or else what is wrong with a fault may be that it is live, which is not for players */
    private List<Finding> asPlanned(Start wish, Runbook runbook, boolean isFree, Supplier<Environment> there) {
        return List.of(
                look("inputs", () -> {
                    Order.check(runbook, there.get(), wish.rehearsal());
                    return "all have values";
                }),
                look("faults", () -> {
                    if (!isFree) throw new Busy("not looked at while a drill runs there: ask again when it is over");
                    Environment environment = there.get();
                    Preflight.check(
                            runbook, environment, BoundWorld.unmeasured(environment.inputs()), wish.rehearsal());
                    return "each is allowed, and could be put back";
                }));
    }

    private static Finding look(String what, Supplier<String> look) {
        try {
            return new Finding(what, true, look.get());
        } catch (DrillException e) {
            return new Finding(what, false, e.getMessage());
        }
    }

    private static String writable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".doctor", ""));
            return folder + " can be written";
        } catch (IOException e) {
            throw new Invalid("cannot write to " + folder + ": " + e.getMessage() + "; look at its permissions", e);
        }
    }

    private String owed() {
        List<String> debtors = Ledger.debtors(home.reports()).stream()
                .map(Ledger.Debtor::drill)
                .toList();
        // read last, so that one which begins meanwhile is no debtor yet
        Set<String> running = ControlFile.drills(home.state());
        List<String> owing =
                debtors.stream().filter(drill -> !running.contains(drill)).toList();
        if (!owing.isEmpty())
            throw new Invalid(String.join(", ", owing) + " still owe undos: pay them with drillbook undo");
        return "nothing is owed"
                + (running.isEmpty() ? "" : " by drills that are over; running: " + String.join(", ", running));
    }

    @SuppressWarnings("try") // the lock is held for a moment, not used
    private String free(String environment) {
        try (EnvironmentLock lock = EnvironmentLock.take(home.locks(), environment)) {
            return "no drill is running there";
        }
    }
}

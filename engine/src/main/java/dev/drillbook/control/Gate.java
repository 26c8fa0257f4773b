package dev.drillbook.control;

import dev.drillbook.calendar.WorkingTime;
import dev.drillbook.environment.Permissions;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.timeline.Who;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** What a drill must pass before anything is touched: who may, whether its text is approved, and no freeze. */
public final class Gate {
    /** Where nothing is said, everyone may, at any time. */
    public static final Gate OPEN = new Gate(Map.of(), WorkingTime.USUAL, question -> {
        throw new IllegalStateException("nothing needs an approval");
    });

    /** It is on loopback and for learning: a freeze of the real systems does not close it. */
    private static final String ALWAYS_OPEN = "practice";

    private final Map<String, Permissions> permissions;
    private final WorkingTime working;
    private final Access approvals;

    /** Gives the approvals for a question, and lets go of them after it: the state has one owner at a time. */
    public interface Access {
        void with(Consumer<Approvals> question);
    }

    /**
     * @param permissions by environment; one without is open
     * @param approvals asked for only where an environment needs them
     */
    public Gate(Map<String, Permissions> permissions, WorkingTime working, Access approvals) {
        this.permissions = Map.copyOf(permissions);
        this.working = working;
        this.approvals = approvals;
    }

    /** @throws Refused with the rule that forbids it: nothing was broken */
    void check(Start wish, Runbook runbook, Instant now) {
        boolean isPlanned = wish.occurrence().isPresent(); // who wrote the schedule decided
        if (!isPlanned) mayRun(wish.who(), wish.environment());
        permissions(wish.environment()).checkNamed(wish.environment());
        approval(wish, runbook);
        checkFreezes(wish.environment(), now);
    }

    /** How it is with the approval of that text, in words. @throws Refused when it needs one that nobody gave */
    String approval(Start wish, Runbook runbook) {
        Permissions rules = permissions(wish.environment());
        if (!rules.needsApproval()) return "none is needed there";
        approvals.with(all -> all.demand(runbook, wish.environment(), wish.who(), rules::approves));
        return "its text is approved";
    }

    /** @throws Refused during a freeze */
    void checkFreezes(String environment, Instant now) {
        if (!environment.equals(ALWAYS_OPEN))
            working.frozen(now).ifPresent(freeze -> {
                throw new Refused("no drill starts on environment '" + environment + "' now: " + freeze.inWords()
                        + "; wait for its end");
            });
    }

    /** Approves the exact text of a runbook. @throws Refused when that person may not, for this environment */
    public String approve(Runbook runbook, String environment, String who) {
        permissions(environment).mayApprove(Who.named(who), environment);
        approvals.with(all -> all.approve(runbook, environment, who));
        return "approved: " + runbook.id() + ", SHA-256 " + runbook.source().sha256();
    }

    /** @throws Refused when that person may not start drills there, and so not change what the calendar starts there */
    public void mayRun(String who, String environment) {
        permissions(environment).mayRun(who, environment);
    }

    private Permissions permissions(String environment) {
        return permissions.getOrDefault(environment, Permissions.OPEN);
    }
}

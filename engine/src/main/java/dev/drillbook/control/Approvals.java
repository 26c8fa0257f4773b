package dev.drillbook.control;

import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Runbook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Who approved which exact text of which runbook: a text that was changed since is another one. */
public final class Approvals {
    private final Database database;
    private final Clock clock;

    public Approvals(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param sha256 of the runbook's exact text */
    public record Approval(String environment, String runbook, String sha256, String who, Instant at) {}

    /** Durable when it returns; approving twice is approving once. */
    public void approve(Runbook runbook, String environment, String who) {
        database.change(
                "INSERT INTO approval (environment, runbook, sha256, who, at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                environment,
                runbook.id(),
                runbook.source().sha256(),
                who,
                clock.instant());
    }

    /** Of this exact text for this environment, the earliest first. */
    public List<Approval> of(Runbook runbook, String environment) {
        return database.rows(
                line -> new Approval(
                        line.text("environment"),
                        line.text("runbook"),
                        line.text("sha256"),
                        line.text("who"),
                        line.instant("at")),
                "SELECT environment, runbook, sha256, who, at FROM approval"
                        + " WHERE environment = ? AND runbook = ? AND sha256 = ? ORDER BY at",
                environment,
                runbook.id(),
                runbook.source().sha256());
    }

    /**
     * @param mayApprove whether that person may, by today's rules
     * @throws Refused unless someone else than who runs it approved this exact text for this environment
     */
    void demand(Runbook runbook, String environment, String who, Predicate<String> mayApprove) {
        boolean isApproved = of(runbook, environment).stream()
                .map(Approval::who)
                .anyMatch(approver -> !approver.equals(who) && mayApprove.test(approver));
        if (!isApproved)
            throw new Refused("the text of runbook '" + runbook.id() + "' (SHA-256 "
                    + runbook.source().sha256().substring(0, 12)
                    + "…) is not approved: someone other than '" + who + "' must read it and say drillbook approve "
                    + runbook.id() + " --environment " + environment);
    }
}

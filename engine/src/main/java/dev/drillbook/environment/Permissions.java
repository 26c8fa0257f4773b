package dev.drillbook.environment;

import dev.drillbook.runbook.Refused;
import java.util.Set;

/**
 * Who may do what in one environment. People are named as their door knows them: a user name in a terminal, a member id
 * in Slack.
 *
 * @param mayRun who may start drills; empty for everyone who reaches a door
 * @param mayApprove who may approve a runbook's text; empty for everyone who reaches a door
 * @param needsApproval whether somebody else must have approved the exact text that is run
 * @param isProduction whether real users are there: then nobody may start a drill who is not named
 */
public record Permissions(Set<String> mayRun, Set<String> mayApprove, boolean needsApproval, boolean isProduction) {
    /** Where nothing is said. */
    public static final Permissions OPEN = new Permissions(Set.of(), Set.of(), false);

    /** Of an environment that is no production. */
    public Permissions(Set<String> mayRun, Set<String> mayApprove, boolean needsApproval) {
        this(mayRun, mayApprove, needsApproval, false);
    }

    public Permissions {
        mayRun = Set.copyOf(mayRun);
        mayApprove = Set.copyOf(mayApprove);
    }

    /** @throws Refused when that person may not start drills there */
    public void mayRun(String who, String environment) {
        checkNamed(environment);
        demand(mayRun, who, "start drills on environment '" + environment + "'", "may-run");
    }

    /** @throws Refused when that person may not approve runbooks there */
    public void mayApprove(String who, String environment) {
        demand(mayApprove, who, "approve runbooks for environment '" + environment + "'", "may-approve");
    }

    /** Whether that person may approve runbooks there. */
    public boolean approves(String who) {
        return mayApprove.isEmpty() || mayApprove.contains(who);
    }

    /** @throws Refused when it is production and names nobody */
    public void checkNamed(String environment) {
        if (isProduction && mayRun.isEmpty())
            throw new Refused("environment '" + environment
                    + "' is production, where nobody may start drills who is not named: name them under may-run");
    }

    private static void demand(Set<String> allowed, String who, String what, String key) {
        if (!allowed.isEmpty() && !allowed.contains(who))
            throw new Refused(
                    "'" + who + "' may not " + what + ": ask one of those whom drillbook.yaml names under " + key);
    }
}

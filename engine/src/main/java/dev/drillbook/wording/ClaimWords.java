package dev.drillbook.wording;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Claim.Escalated;
import dev.drillbook.timeline.Claim.Noted;
import dev.drillbook.timeline.Claim.Reached;
import dev.drillbook.timeline.Claim.RoleTaken;
import dev.drillbook.timeline.Claim.RuledOut;
import dev.drillbook.timeline.Claim.Suspected;
import java.time.Instant;

/** What people said: everyone may read it. */
final class ClaimWords {
    static final Phrases TABLE = new Phrases()
            .say(Reached.class, (said, at, telling) -> said(said, at, telling, reached(said)))
            .say(
                    Suspected.class,
                    (said, at, telling) -> said(said, at, telling, "suspects " + said.number() + ": " + said.text()))
            .say(
                    RuledOut.class,
                    (said, at, telling) -> said(said, at, telling, "rules out " + telling.hypothesis(said.number())))
            .say(Noted.class, (said, at, telling) -> said(said, at, telling, "notes: " + said.text()))
            .say(
                    Escalated.class,
                    (said, at, telling) -> said(said, at, telling, "escalates to " + telling.person(said.to())))
            .say(RoleTaken.class, (said, at, telling) -> said(said, at, telling, role(said, telling)));

    private ClaimWords() {}

    private static String said(Claim claim, Instant at, Telling telling, String words) {
        return telling.person(claim.who()) + " " + words + telling.when(claim.claimed(), at, "at");
    }

    private static String reached(Reached said) {
        String claim =
                said.milestone().equals(Milestone.ROOT_CAUSE) ? "names the root cause" : "reports " + said.milestone();
        return said.text().isBlank() ? claim : claim + ": " + said.text();
    }

    private static String role(RoleTaken said, Telling telling) {
        return said.person().equals(said.who())
                ? "is now " + said.role()
                : "makes " + telling.person(said.person()) + " " + said.role();
    }
}

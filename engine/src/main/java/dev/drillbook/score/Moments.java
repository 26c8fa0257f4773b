package dev.drillbook.score;

import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Times;
import java.time.Instant;
import java.time.ZoneId;

/** The moments from and to which a drill is measured. */
record Moments(Timeline timeline, Times times) {
    static Moments of(Timeline timeline) {
        return new Moments(timeline, new Times(ZoneId.of(timeline.opened().zone())));
    }

    Moment applied() {
        return new Moment("applied", timeline.firstApplied(), "nothing was applied");
    }

    Moment tookHold() {
        return new Moment("took hold", timeline.tookHold(), "never seen to take hold");
    }

    Moment firstImpact() {
        return new Moment("first impact", timeline.firstImpact(), "no first impact");
    }

    /** The first alert that began to fire once something was applied; older ones are about something else. */
    Moment alertFired() {
        var fired = timeline.alertsSince(impactFrom()).stream()
                .map(AlertFired::startsAt)
                .findFirst();
        return new Moment("alert fired", fired, "no alert fired");
    }

    /** When the team reached it; what Drillbook put back itself is not reached, and says so. */
    Moment milestone(String name) {
        String missing = timeline.met(name)
                .filter(MilestoneMet::byDrillbook)
                .map(met -> name + " by Drillbook at " + times.time(met.since()) + ", not by the team")
                .orElse(name + " not reached");
        return new Moment(name, timeline.reached(name), missing);
    }

    Moment claimed(String milestone) {
        return new Moment(milestone + " claimed", timeline.claimed(milestone), milestone + " never claimed");
    }

    boolean isOver() {
        return timeline.over().isPresent();
    }

    /** The end of the team's time; while the drill runs, the last entry. */
    Instant over() {
        return timeline.over().orElseGet(timeline::end);
    }

    /** From when on impact counts: the first apply; in a drill that applied nothing, its beginning. */
    Instant impactFrom() {
        return timeline.firstApplied()
                .or(timeline::began)
                .orElseGet(() -> timeline.entries().get(0).at());
    }
}

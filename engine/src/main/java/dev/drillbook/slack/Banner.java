package dev.drillbook.slack;

import dev.drillbook.timeline.Timeline;
import java.time.Instant;
import java.util.Optional;

/** A drill's headline in Slack: hung once, then renewed in place, not too often, and always to what is so now. */
final class Banner {
    private final Desk desk;
    private final Source source;
    private final Told told;
    private final Teller teller;
    private Spot spot;
    private Optional<Post> shown = Optional.empty();
    private Instant renewed = Instant.EPOCH;

    Banner(Desk desk, Source source, Told told, Teller teller) {
        this.desk = desk;
        this.source = source;
        this.told = told;
        this.teller = teller;
    }

    /** Now, or earlier. */
    Spot hang() throws InterruptedException {
        boolean hungBefore = told.has(Memory.HEADLINE);
        Headline now = headline();
        spot = teller.tell(now.at(desk.clock.instant()));
        if (!hungBefore) note(now);
        return spot;
    }

    /** When it does not say what is so, or its clock is old. */
    void renewIfDue() throws InterruptedException {
        if (!teller.outbox().mayEdit()) return;
        if (Optional.of(headline().withoutClock()).equals(shown)) renewIfOld();
        else renew();
    }

    /** While there is much to tell, it is renewed now and then only. */
    void renewIfOld() throws InterruptedException {
        boolean isOld = desk.clock.instant().isAfter(renewed.plus(desk.pace.clock()));
        if (isOld && !source.timeline().isClosed()) renew();
    }

    /** Each attempt says what is so at its time. */
    void renew() throws InterruptedException {
        if (spot.ts().isEmpty()) return;
        Headline known = headline();
        Optional<Headline> now = teller.outbox().edit("the headline", again -> {
            Headline newest = new Headline(source.timeline(), known.people());
            desk.calls.edit(spot, newest.at(desk.clock.instant()));
            return newest;
        });
        note(now.orElse(known));
    }

    private void note(Headline now) {
        shown = Optional.of(now.withoutClock());
        renewed = desk.clock.instant();
    }

    private Headline headline() throws InterruptedException {
        Timeline timeline = source.timeline();
        return new Headline(timeline, desk.names.in(timeline, teller.outbox()));
    }
}

package dev.drillbook.traffic;

import dev.drillbook.timeline.Second;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Sums up the seconds that are settled and reports them, in order. One thread makes the rounds. */
final class Rounds {
    /** A commit is in the feed this soon after a page can show it. */
    private static final long FEED_CATCHES_UP = Beginning.SECOND / 2;

    private final Tally tally;
    private final Feed feed;
    private final Summary summary;
    private final Beginning beginning;
    private final Time time;
    private final Consumer<Second> onSecond;
    private volatile int forgetIn = -1;
    private int forgottenIn = -1;

    Rounds(Tally tally, Feed feed, Summary summary, Beginning beginning, Time time, Consumer<Second> onSecond) {
        this.tally = tally;
        this.feed = feed;
        this.summary = summary;
        this.beginning = beginning;
        this.time = time;
        this.onSecond = onSecond;
    }

    /** From the second in which we are now, users count as untouched. */
    void forget() {
        forgetIn = beginning.secondAt(time.tick());
    }

    /** @throws InterruptedException when closed meanwhile: what was cut off must not be reported as failed */
    void make() throws InterruptedException {
        List<Tally.Settled> settled = tally.settledBefore(beginning.secondAt(time.tick() - FEED_CATCHES_UP));
        boolean pricesKnown = feed.read(); // asked after the last answer came: it knows every price they can show
        if (Thread.interrupted()) throw new InterruptedException();
        settled.forEach(second -> onSecond.accept(summedUp(second, pricesKnown)));
    }

    private Second summedUp(Tally.Settled settled, boolean pricesKnown) {
        int forget = forgetIn;
        if (forget > forgottenIn && settled.second() >= forget) {
            summary.forget();
            forgottenIn = forget;
        }
        Instant end = beginning.endOf(settled.second());
        return settled.measured() ? summary.of(end, settled.outcomes(), pricesKnown) : Summary.unmeasured(end);
    }
}

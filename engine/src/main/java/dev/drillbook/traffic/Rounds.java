package dev.drillbook.traffic;

import dev.drillbook.timeline.Second;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sums up the seconds that are settled and reports them, in order. One thread makes the rounds. */
final class Rounds implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** A commit is in the feed this soon after a page can show it. */
    private static final long FEED_CATCHES_UP = Beginning.SECOND / 2;

    private static final Duration BETWEEN = Duration.ofMillis(150);

    private final Tally tally;
    private final Feed feed;
    private final Summary summary;
    private final Beginning beginning;
    private final Time time;
    private final Consumer<Second> onSecond;
    private final int warmUp;
    private volatile int forgetIn = -1;
    private int forgottenIn = -1;
    private volatile boolean ended;

    /** @param warmUp how many seconds at the beginning are not reported */
    Rounds(
            Tally tally,
            Feed feed,
            Summary summary,
            Beginning beginning,
            int warmUp,
            Time time,
            Consumer<Second> onSecond) {
        this.tally = tally;
        this.feed = feed;
        this.summary = summary;
        this.beginning = beginning;
        this.warmUp = warmUp;
        this.time = time;
        this.onSecond = onSecond;
    }

    /** From the second in which we are now, users count as untouched. */
    void forget() {
        forgetIn = beginning.secondAt(time.tick());
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                make();
                Thread.sleep(BETWEEN.toMillis());
            }
        } catch (InterruptedException e) {
            // Ended: the users go home, and what that cuts off is not reported as failed.
        }
    }

    /** Whoever calls this interrupts the thread too. */
    void end() {
        ended = true;
    }

    private void make() {
        List<Tally.Settled> settled = tally.settledBefore(beginning.secondAt(time.tick() - FEED_CATCHES_UP));
        boolean pricesKnown = feed.read(); // asked after the last answer came: it knows every price they can show
        for (Tally.Settled second : settled)
            if (!ended && second.second() >= warmUp) report(summedUp(second, pricesKnown));
    }

    private void report(Second second) {
        try {
            onSecond.accept(second);
        } catch (RuntimeException e) {
            LOG.error("the second until {} could not be reported", second.at(), e);
        }
    }

    private Second summedUp(Tally.Settled settled, boolean pricesKnown) {
        int forget = forgetIn;
        if (forget > forgottenIn && settled.second() >= forget) {
            summary.forget();
            forgottenIn = forget;
        }
        Instant end = beginning.endOf(settled.second(), time);
        return settled.measured() ? summary.of(end, settled.outcomes(), pricesKnown) : Summary.unmeasured(end);
    }
}

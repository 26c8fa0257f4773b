package dev.drillbook.slack;

import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out to one channel, one thing after another in the order in which it was brought. Each waits until Slack has
 * taken it, however long Slack is away; what Slack can never take is dropped, told in the log once, and holds up nothing.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** What comes right at the next attempt is no news. */
    private static final int WORTH_TELLING = 2;

    /** Within about a minute an outage passes; a host that is blocked must not silence the channel for good. */
    private static final int MOST_UPLOADS = 8;

    private final String channel;
    private final Pace pace;
    private final Pause pause;
    private final LongSupplier ticker;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private volatile long editedAt;
    private volatile boolean uploadsFail;

    /** @param ticker nanoseconds that never jump */
    Outbox(String channel, Pace pace, Pause pause, LongSupplier ticker) {
        this.channel = channel;
        this.pace = pace;
        this.pause = pause;
        this.ticker = ticker;
        this.editedAt = ticker.getAsLong() - pace.edits().toNanos();
    }

    /** Lets time pass. */
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    /** One call of Slack. */
    interface Work<T> {
        /** @param inDoubt whether an earlier attempt may have succeeded without our knowing */
        T attempt(boolean inDoubt) throws IOException, SlackApiException, NotOk;
    }

    /**
     * Waits for its turn, and until Slack has taken it.
     *
     * @param what for the log
     * @param inDoubt whether it may have been done before
     * @return empty when Slack can never take it
     * @throws InterruptedException when the telling ends meanwhile; Slack may have taken it all the same
     */
    <T> Optional<T> deliver(String what, boolean inDoubt, Work<T> work) throws InterruptedException {
        return inTurn(what, inDoubt, work, Setback::passes);
    }

    /**
     * As {@link #deliver}, for what can be done without: whatever refuses just that leaves it out.
     */
    <T> Optional<T> ask(String what, Work<T> work) throws InterruptedException {
        return inTurn(what, false, work, setback -> setback.blame() == Setback.Blame.ALL);
    }

    /** As {@link #ask}, for one file: left out after a minute too, or at once where the one before it was. */
    <T> Optional<T> upload(String what, Work<T> work) throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger(uploadsFail ? MOST_UPLOADS - 1 : 0);
        Optional<T> taken =
                inTurn(what, false, work, setback -> setback.blame() == Setback.Blame.ALL || waits(setback, attempts));
        if (taken.isPresent()) uploadsFail = false;
        return taken;
    }

    private boolean waits(Setback setback, AtomicInteger attempts) {
        if (setback.blame() != Setback.Blame.UPLOAD) return false;
        uploadsFail = attempts.incrementAndGet() >= MOST_UPLOADS;
        return !uploadsFail;
    }

    private <T> Optional<T> inTurn(String what, boolean inDoubt, Work<T> work, Predicate<Setback> waits)
            throws InterruptedException {
        turn.lockInterruptibly();
        try {
            return attempts(what, inDoubt, work, waits);
        } finally {
            turn.unlock();
        }
    }

    private <T> Optional<T> attempts(String what, boolean inDoubt, Work<T> work, Predicate<Setback> waits)
            throws InterruptedException {
        boolean doubt = inDoubt;
        for (int attempt = 1; ; attempt++) {
            try {
                T taken = work.attempt(doubt);
                if (attempt > WORTH_TELLING) LOG.info("Slack, {}: goes on", channel);
                return Optional.of(taken);
            } catch (IOException | SlackApiException | NotOk | RuntimeException e) {
                Setback setback = Setback.of(e);
                if (!waits.test(setback)) return leftOut(what, setback, e);
                if (attempt == WORTH_TELLING) LOG.warn("Slack, {}: {} waits: {}", channel, what, setback.why());
                doubt |= setback.maybeDone();
                pause.last(setback.retryAfter().orElse(pace.pauseAfter(attempt)));
            }
        }
    }

    private <T> Optional<T> leftOut(String what, Setback setback, Exception thrown) {
        if (logged.add(setback.why())) {
            if (thrown instanceof NotOk || thrown instanceof NotUploaded)
                LOG.error("Slack, {}: {} is left out: {}", channel, what, setback.why());
            else LOG.error("Slack, {}: {} is left out", channel, what, thrown);
        }
        return Optional.empty();
    }

    /** Whether the last headline of this channel was edited long enough ago. */
    boolean mayEdit() {
        return ticker.getAsLong() - editedAt >= pace.edits().toNanos();
    }

    /** As {@link #deliver}; the next headline of this channel waits its time. */
    <T> Optional<T> edit(String what, Work<T> work) throws InterruptedException {
        Optional<T> taken = deliver(what, false, work);
        editedAt = ticker.getAsLong();
        return taken;
    }
}

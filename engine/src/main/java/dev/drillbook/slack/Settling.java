package dev.drillbook.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One thing that came, until whoever said it is answered: acknowledged in time, whatever holds it up, and told later what
 * was not known by then.
 */
final class Settling {
    /** Slack gives up after three seconds. */
    static final Duration LATEST = Duration.ofMillis(2_500);

    private final Ack ack;
    private final Whispers whispers;
    private String meanwhile = Answer.recorded(null).meanwhile();
    private CompletableFuture<Void> whispered = CompletableFuture.completedFuture(null);
    private Optional<String> answers = Optional.empty();
    private boolean acknowledged;
    private boolean answered;

    private Settling(Ack ack, Whispers whispers) {
        this.ack = ack;
        this.whispers = whispers;
    }

    /** The way on which something came: it takes one answer. */
    interface Ack {
        /**
         * @param words shown to whoever said it
         * @return whether they will see them: not when the way is gone, or takes no words
         */
        boolean say(String words);

        /** Whether no answer is better than one that it is too early for: it comes again. */
        boolean comesAgain();

        /** Lets it come again. */
        void notNow();
    }

    /** Before it is read. @param latest when it is acknowledged, whatever holds it up @param timers for what is due later */
    static Settling begin(Ack ack, Instant latest, Whispers whispers, ScheduledExecutorService timers, Clock clock) {
        Settling settling = new Settling(ack, whispers);
        Duration left = Duration.between(clock.instant(), latest);
        timers.schedule(settling::meanwhile, Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
        return settling;
    }

    /** It is no business of ours, or nobody's. */
    void say(String words) {
        finallySay(words);
    }

    /** It is read, and acted on. */
    void settle(Promised promised) {
        synchronized (this) {
            answers = promised.heard().answers();
        }
        promised.answer().whenComplete((answer, wrong) -> {
            if (wrong != null) fails(wrong);
            else {
                // not on the drill's own thread, which may be the one that knows the answer
                answer.words()
                        .whenCompleteAsync(
                                (words, e) -> {
                                    if (e != null) fails(e);
                                    else finallySay(words);
                                },
                                whispers.threads());
                takesLong(answer);
            }
        });
    }

    private synchronized void takesLong(Answer answer) {
        meanwhile = answer.meanwhile();
        if (answer.isSlow()) meanwhile();
    }

    private synchronized void meanwhile() {
        if (!acknowledged && !answered && !ack.comesAgain()) tell(meanwhile, () -> !isAnswered());
    }

    private synchronized boolean isAnswered() {
        return answered;
    }

    private synchronized void finallySay(String words) {
        if (answered) return;
        answered = true;
        tell(words, () -> true);
    }

    /** What was no mistake of theirs comes again, where it can. */
    private void fails(Throwable wrong) {
        String words = Wrong.inWords(wrong);
        if (ack.comesAgain() && !Wrong.isTheirs(wrong)) ack.notNow();
        else finallySay(words);
    }

    /** @param isSo whether it is still worth telling: what is known by now is not told to be unknown */
    private void tell(String words, BooleanSupplier isSo) {
        boolean first = !acknowledged;
        acknowledged = true;
        boolean seen = first && ack.say(words);
        if (!seen && !words.isEmpty())
            answers.ifPresent(url ->
                    whispered = whispered.thenRunAsync(() -> whispers.whisper(url, words, isSo), whispers.threads()));
    }
}

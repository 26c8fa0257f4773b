package dev.drillbook.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One thing that was heard, until whoever said it is answered: acknowledged in time, and told later what was not known by
 * then.
 */
final class Settling {
    /** Slack gives up after three seconds. */
    private static final Duration LATEST = Duration.ofMillis(2_500);

    private final Heard heard;
    private final Ack ack;
    private final Whispers whispers;
    private boolean acknowledged;
    private boolean answered;

    private Settling(Heard heard, Ack ack, Whispers whispers) {
        this.heard = heard;
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
    }

    /** @param timers for what is due later */
    static void settle(Promised promised, Ack ack, Whispers whispers, ScheduledExecutorService timers, Clock clock) {
        Heard heard = promised.heard();
        Settling settling = new Settling(heard, ack, whispers);
        Duration passed = Duration.between(heard.received(), clock.instant());
        String late = Answer.recorded(null).meanwhile();
        timers.schedule(() -> settling.meanwhile(late), left(LATEST, passed), TimeUnit.MILLISECONDS);
        promised.answer().whenComplete((answer, wrong) -> {
            if (wrong != null) settling.fails(wrong);
            else {
                answer.words().whenComplete((words, e) -> {
                    if (e != null) settling.fails(e);
                    else settling.finallySay(words);
                });
                if (answer.patience().isZero()) settling.meanwhile(answer.meanwhile());
                else
                    timers.schedule(
                            () -> settling.meanwhile(answer.meanwhile()),
                            left(answer.patience(), passed),
                            TimeUnit.MILLISECONDS);
            }
        });
    }

    private static long left(Duration patience, Duration passed) {
        return Math.max(0, patience.minus(passed).toMillis());
    }

    private synchronized void meanwhile(String words) {
        if (!acknowledged && !ack.comesAgain()) say(words);
    }

    private void finallySay(String words) {
        synchronized (this) {
            if (!answered) say(words);
            answered = true;
        }
    }

    /** What was no mistake of theirs comes again, where it can. */
    private void fails(Throwable wrong) {
        String words = Wrong.inWords(wrong);
        if (ack.comesAgain() && !Wrong.isTheirs(wrong)) return;
        finallySay(words);
    }

    private void say(String words) {
        boolean first = !acknowledged;
        acknowledged = true;
        boolean seen = first && ack.say(words);
        if (!seen && !words.isEmpty()) heard.answers().ifPresent(url -> whispers.whisper(url, words));
    }
}

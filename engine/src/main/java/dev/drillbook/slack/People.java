package dev.drillbook.slack;

import static dev.drillbook.slack.Calls.ok;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Who people are: asked of Slack, and asked again after an hour. Any thread may ask; none waits. Whom it knew an hour ago,
 * it knows while Slack is away, too.
 */
final class People {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MethodsClient methods;
    private final Executor threads;
    private final Clock clock;
    private final Duration patience;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param threads on which Slack is asked */
    People(MethodsClient methods, Executor threads, Clock clock) {
        this(methods, threads, clock, PATIENCE);
    }

    /** @param patience how long anybody waits for Slack to say who they are */
    People(MethodsClient methods, Executor threads, Clock clock, Duration patience) {
        this.methods = methods;
        this.threads = threads;
        this.clock = clock;
        this.patience = patience;
    }

    private record Known(CompletableFuture<Person> person, Instant since) {}

    /** Exceptionally with a {@link DrillException} when Slack does not say; the next one who asks asks again. */
    CompletableFuture<Person> person(String id) {
        Instant now = clock.instant();
        return known.compute(id, (key, old) -> isFresh(old, now) ? old : renewed(id, old, now))
                .person();
    }

    private static boolean isFresh(Known known, Instant now) {
        return known != null
                && !known.person().isCompletedExceptionally()
                && now.isBefore(known.since().plus(REMEMBERED));
    }

    private Known renewed(String id, Known old, Instant now) {
        CompletableFuture<Person> asked = asked(id);
        if (old == null || !old.person().isDone() || old.person().isCompletedExceptionally())
            return new Known(asked, now);
        Known meanwhile = new Known(old.person(), now);
        asked.whenCompleteAsync(
                (person, wrong) -> known.replace(id, meanwhile, wrong == null ? new Known(asked, now) : old), threads);
        return meanwhile;
    }

    private CompletableFuture<Person> asked(String id) {
        return CompletableFuture.supplyAsync(() -> ask(id), threads)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(wrong -> CompletableFuture.failedFuture(
                        wrong instanceof TimeoutException ? unknown("no answer") : wrong));
    }

    private Person ask(String id) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            String trouble;
            Duration pause = Patience.USUAL;
            try {
                return Person.of(
                        ok(() -> methods.usersInfo(request -> request.user(id))).getUser());
            } catch (NotOk e) {
                trouble = e.error();
                if (trouble.equals("user_not_found") || trouble.equals("missing_scope")) throw unknown(trouble);
            } catch (SlackApiException e) {
                trouble = "status " + e.getResponse().code();
                pause = Patience.asked(e);
            } catch (IOException e) {
                trouble = e.getMessage();
            }
            boolean isTooLong = pause.toNanos() >= end - System.nanoTime();
            if (isTooLong || Thread.currentThread().isInterrupted()) throw unknown(trouble);
            Patience.pause(pause);
        }
    }

    private static DrillException unknown(String trouble) {
        return new DrillException("Slack does not say who you are (" + trouble + "): say it again, or in a terminal");
    }
}

package dev.drillbook.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Who people are: asked of Slack, and remembered for an hour. Any thread may ask; none waits. */
final class People {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int TRIES = 8;

    private final MethodsClient methods;
    private final Executor threads;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param threads on which Slack is asked */
    People(MethodsClient methods, Executor threads, Clock clock) {
        this.methods = methods;
        this.threads = threads;
        this.clock = clock;
    }

    private record Known(CompletableFuture<Person> person, Instant since) {}

    /** Exceptionally with a {@link DrillException} when Slack does not say; the next one who asks asks again. */
    CompletableFuture<Person> person(String id) {
        Instant now = clock.instant();
        return known.compute(id, (key, old) -> isFresh(old, now) ? old : new Known(asked(id), now))
                .person();
    }

    private static boolean isFresh(Known known, Instant now) {
        return known != null
                && !known.person().isCompletedExceptionally()
                && now.isBefore(known.since().plus(REMEMBERED));
    }

    private CompletableFuture<Person> asked(String id) {
        return CompletableFuture.supplyAsync(() -> ask(id), threads);
    }

    private Person ask(String id) {
        String trouble = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                UsersInfoResponse answer = methods.usersInfo(request -> request.user(id));
                if (answer.isOk()) return Person.of(answer.getUser());
                trouble = answer.getError();
                if (trouble.equals("user_not_found") || trouble.equals("missing_scope")) break;
                Patience.pause(Duration.ofSeconds(1));
            } catch (SlackApiException e) {
                trouble = "status " + e.getResponse().code();
                Patience.pause(Patience.asked(e));
            } catch (IOException e) {
                trouble = e.getMessage();
                Patience.pause(Duration.ofSeconds(1));
            }
        }
        throw new DrillException("Slack does not say who you are (" + trouble + "): say it again, or in a terminal");
    }
}

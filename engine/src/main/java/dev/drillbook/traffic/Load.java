package dev.drillbook.traffic;

import dev.drillbook.runbook.Invalid;
import java.time.Duration;

/**
 * How many users ask how often, and what they put up with.
 *
 * @param users 1 to 10,000; usually 300. Each has a session of its own
 * @param requestsPerSecond 1 to 2,000 on average; usually 100. After the warm-up the rate is constant, and never
 *     waits for answers
 * @param warmUp whole seconds up to 1 min; usually 5 s. While the rate rises, nothing is reported
 * @param tolerance 0 s to 1 h; usually 3 s. An answer is stale when it shows a price whose successor was committed more
 *     than this before the request was sent
 * @param patience 100 ms to 10 s; usually 3 s. A request without a whole answer this long after it was due has failed;
 *     also the longest that a {@link dev.drillbook.timeline.Second} is waited for
 * @param seed the same seed gives the same requests at the same moments
 */
public record Load(
        int users, int requestsPerSecond, Duration warmUp, Duration tolerance, Duration patience, long seed) {
    private static final int MOST_USERS = 10_000;
    private static final int MOST_REQUESTS = 2_000;

    public Load {
        if (users < 1 || users > MOST_USERS)
            throw new Invalid("traffic of " + users + " users: write 1 to " + MOST_USERS);
        if (requestsPerSecond < 1 || requestsPerSecond > MOST_REQUESTS)
            throw new Invalid("traffic of " + requestsPerSecond + " requests a second: write 1 to " + MOST_REQUESTS);
        if (isOutside(warmUp, Duration.ZERO, Duration.ofMinutes(1)) || warmUp.toNanosPart() > 0)
            throw new Invalid("traffic's warm-up of " + warmUp + ": write whole seconds from 0 s to 1 min");
        if (isOutside(tolerance, Duration.ZERO, Duration.ofHours(1)))
            throw new Invalid("traffic's tolerance for stale answers of " + tolerance + ": write 0 s to 1 h");
        if (isOutside(patience, Duration.ofMillis(100), Duration.ofSeconds(10)))
            throw new Invalid("traffic's patience of " + patience + ": write 100 ms to 10 s");
    }

    /** 300 users, 100 requests a second, 5 s to warm up, 3 s of tolerance and of patience. */
    public static Load usual() {
        return new Load(300, 100, Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(3), 1);
    }

    private static boolean isOutside(Duration value, Duration least, Duration most) {
        return value.compareTo(least) < 0 || value.compareTo(most) > 0;
    }
}

package dev.drillbook.practice.auditor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What the auditor saw in one second.
 *
 * @param pages answers that it could compare; @param stale those that showed an outdated price
 * @param servers what the balancer says of each server; empty when it did not answer
 */
record Reading(Instant at, int pages, int stale, Map<String, Served> servers) {
    /**
     * @param requests and {@code errors} (status 500 and above) since the last reading
     * @param p99 over the last 10 s; zero when there was no request
     */
    record Served(long requests, long errors, Duration p99) {}
}

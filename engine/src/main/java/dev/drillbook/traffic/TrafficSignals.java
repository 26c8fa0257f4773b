package dev.drillbook.traffic;

import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.Signal;
import java.time.Duration;

/**
 * What the synthetic users measure in each second. All of it is about the requests that were <em>due</em> in that
 * second, whenever they were answered. Without requests there are no shares and no times, only a count of 0.
 */
public final class TrafficSignals {
    /** How many requests were due. */
    public static final Signal<Double> REQUESTS = new Signal<>("traffic.requests", Double.class);

    /** Of all requests: no connection, no whole answer in time, status 500 or above, or not HTTP. */
    public static final Signal<Share> ERRORS = new Signal<>("traffic.errors", Share.class);

    /** Of all requests: answers that showed an outdated price. Absent when that cannot be known, never a wrong 0. */
    public static final Signal<Share> STALE = new Signal<>("traffic.stale", Share.class);

    /** The time from when a request was due until its answer was whole, or it failed; failed ones count too. */
    public static final Signal<Duration> P50 = new Signal<>("traffic.p50", Duration.class);

    public static final Signal<Duration> P95 = new Signal<>("traffic.p95", Duration.class);

    public static final Signal<Duration> P99 = new Signal<>("traffic.p99", Duration.class);

    /** Of all users: those who met a stale or failed answer in this second. Absent when staleness is not known. */
    public static final Signal<Share> AFFECTED = new Signal<>("traffic.affected", Share.class);

    /** Of all users: those who met one since the start, or since {@link Traffic#forget()}. */
    public static final Signal<Share> TOUCHED = new Signal<>("traffic.touched", Share.class);

    /** How many users there are: what the shares of users are parts of. */
    public static final Signal<Double> USERS = new Signal<>("traffic.users", Double.class);

    private TrafficSignals() {}
}

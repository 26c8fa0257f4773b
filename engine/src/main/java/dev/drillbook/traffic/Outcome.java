package dev.drillbook.traffic;

import java.time.Instant;
import java.util.List;

/**
 * What came of one request.
 *
 * @param late nanoseconds from when it was due until it was sent
 * @param latency nanoseconds from when it was due until its answer was whole, or it failed
 * @param server who answered, or empty when nobody said
 * @param sent by the wall clock, which the site's commits are told in
 * @param shown the prices on the page
 */
record Outcome(Due due, long late, long latency, boolean failed, String server, Instant sent, List<Page.Price> shown) {}

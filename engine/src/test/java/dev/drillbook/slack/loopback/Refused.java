package dev.drillbook.slack.loopback;

import java.time.Instant;

/**
 * A call, ack or upload that was refused.
 *
 * @param where the Web API's method, or {@code socket}, {@code upload}, {@code response_url}
 */
public record Refused(Instant at, Rule rule, String where, String words) {}

package dev.drillbook.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * An app's answer to a {@link Delivery}.
 *
 * @param latency from when it was first sent, in real time
 * @param payload what the app said with it; empty where it said nothing
 * @param socket the number of the connection on which it came; 0 by HTTP
 * @param late whether Slack had given up by then
 */
public record Ack(Instant at, Duration latency, JsonNode payload, int socket, boolean late) {}

package dev.drillbook.slack.loopback;

import java.time.Instant;
import java.util.Map;

/**
 * A call of the Web API.
 *
 * @param args as text; a token never stands here
 * @param status of HTTP
 * @param error the answer's, or empty
 */
public record Call(Instant at, String method, Map<String, String> args, int status, String error) {
    public boolean ok() {
        return status == 200 && error.isEmpty();
    }
}

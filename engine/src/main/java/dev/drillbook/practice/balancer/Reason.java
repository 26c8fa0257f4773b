package dev.drillbook.practice.balancer;

import java.util.Map;

/** The reason phrases of the answers that the balancer gives itself. */
final class Reason {
    private static final Map<Integer, String> PHRASES = Map.of(
            200, "OK",
            400, "Bad Request",
            431, "Request Header Fields Too Large",
            501, "Not Implemented",
            502, "Bad Gateway",
            503, "Service Unavailable",
            504, "Gateway Timeout",
            505, "HTTP Version Not Supported");

    private Reason() {}

    static String of(int status) {
        return PHRASES.getOrDefault(status, "");
    }
}

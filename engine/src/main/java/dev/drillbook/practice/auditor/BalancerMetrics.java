package dev.drillbook.practice.auditor;

import dev.drillbook.practice.auditor.Reading.Served;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the balancer's metrics page says of each server, compared with the page before. Used by one thread. */
final class BalancerMetrics {
    private static final Pattern COUNT =
            Pattern.compile("(?m)^balancer_requests_total\\{server=\"([^\"]*)\",status=\"(\\d)\\d\\d\"} (\\d+)$");
    private static final Pattern P99 =
            Pattern.compile("(?m)^balancer_request_seconds\\{server=\"([^\"]*)\",quantile=\"0.99\"} ([0-9.]+)$");

    private Map<String, Long> requestsBefore = Map.of();
    private Map<String, Long> errorsBefore = Map.of();

    /** By server. The first page only sets the start: nothing was asked for since. */
    Map<String, Served> read(String page) {
        var requests = new HashMap<String, Long>();
        var errors = new HashMap<String, Long>();
        Matcher count = COUNT.matcher(page);
        while (count.find()) {
            long seen = Long.parseLong(count.group(3));
            requests.merge(count.group(1), seen, Long::sum);
            errors.merge(count.group(1), count.group(2).equals("5") ? seen : 0, Long::sum);
        }
        var served = new HashMap<String, Served>();
        requests.forEach((server, now) -> served.put(
                server,
                new Served(
                        since(requestsBefore.get(server), now),
                        since(errorsBefore.get(server), errors.get(server)),
                        p99(page, server))));
        requestsBefore = requests;
        errorsBefore = errors;
        return served;
    }

    /** A counter that went down began anew: the balancer was restarted. */
    private static long since(Long before, long now) {
        if (before == null) return 0;
        return now < before ? now : now - before;
    }

    private static Duration p99(String page, String server) {
        Matcher p99 = P99.matcher(page);
        while (p99.find())
            if (p99.group(1).equals(server)) return Duration.ofNanos((long) (Double.parseDouble(p99.group(2)) * 1e9));
        return Duration.ZERO;
    }
}

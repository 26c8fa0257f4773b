package dev.drillbook.practice.auditor;

import dev.drillbook.practice.auditor.Reading.Served;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A symptom that deserves an alert. A rule says what is seen, never why.
 *
 * @param lasting how many seconds in a row the symptom must be there before the alert fires
 */
record Rule(String name, int lasting, Symptom symptom) {
    /** Seconds without the symptom after which an alert is resolved. */
    static final int CALM = 5;

    private static final int WINDOW = 5;
    private static final double STALE_SHARE = 0.01;
    private static final double ERROR_SHARE = 0.005;
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final Duration NOTICEABLE = Duration.ofMillis(50);

    /** The symptom in one sentence, if it is there. The readings are the latest ones, oldest first. */
    interface Symptom {
        Optional<String> in(List<Reading> readings);
    }

    static final List<Rule> ALL = List.of(
            new Rule("StaleAnswers", 2, Rule::stale),
            new Rule("HighErrorRate", 2, Rule::errors),
            new Rule("HighLatency", 3, Rule::slow));

    private static Optional<String> stale(List<Reading> readings) {
        List<Reading> window = last(WINDOW, readings);
        long pages = window.stream().mapToLong(Reading::pages).sum();
        long stale = window.stream().mapToLong(Reading::stale).sum();
        if (pages == 0 || stale <= pages * STALE_SHARE) return Optional.empty();
        return Optional.of(
                stale + " of " + pages + " pages checked in the last " + WINDOW + " s show an outdated price");
    }

    private static Optional<String> errors(List<Reading> readings) {
        List<Served> window = served(last(WINDOW, readings));
        long requests = window.stream().mapToLong(Served::requests).sum();
        long errors = window.stream().mapToLong(Served::errors).sum();
        if (requests == 0 || errors <= requests * ERROR_SHARE) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT, "%.1f %% of requests failed in the last %d s", 100.0 * errors / requests, WINDOW));
    }

    /** Slow for anyone, or slow beside the other servers: those share the machine, so a busy one is no symptom. */
    private static Optional<String> slow(List<Reading> readings) {
        List<Duration> p99 =
                served(last(1, readings)).stream().map(Served::p99).sorted().toList();
        if (p99.isEmpty()) return Optional.empty();
        Duration slowest = p99.get(p99.size() - 1);
        Duration median = p99.get((p99.size() - 1) / 2);
        boolean beside = slowest.compareTo(NOTICEABLE) > 0 && slowest.compareTo(median.multipliedBy(3)) > 0;
        if (slowest.compareTo(SLOW) <= 0 && !beside) return Optional.empty();
        return Optional.of("1 in 100 answers of a server takes " + slowest.toMillis() + " ms or longer");
    }

    private static List<Served> served(List<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.servers().values().stream())
                .toList();
    }

    private static List<Reading> last(int seconds, List<Reading> readings) {
        return readings.subList(Math.max(0, readings.size() - seconds), readings.size());
    }
}

package dev.drillbook.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One second of the signals: one line of {@code signals.jsonl}.
 *
 * @param at the end of the second
 * @param values by signal name: shares from 0 to 1, times in seconds; a signal that could not be measured is absent
 * @param touched ids of the users who met a stale or failed answer for the first time in this second
 * @param servers what the users saw of each server, by its name
 */
public record Second(Instant at, Map<String, Double> values, List<Integer> touched, Map<String, Server> servers) {
    public Second {
        values = Map.copyOf(values);
        touched = List.copyOf(touched);
        servers = Map.copyOf(servers);
    }

    /** @param p99 in seconds */
    public record Server(int requests, int errors, int stale, double p99) {}
}

package dev.drillbook.control;

import java.util.Map;

/**
 * A wish to start a drill.
 *
 * @param runbook an id or a file
 * @param environment by its name
 * @param inputs values that go before the environment's own
 * @param door such as {@code terminal}
 */
public record Start(
        String runbook, String environment, Map<String, String> inputs, boolean rehearsal, String who, String door) {
    public Start {
        inputs = Map.copyOf(inputs);
    }
}

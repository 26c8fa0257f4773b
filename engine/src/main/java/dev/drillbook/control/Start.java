package dev.drillbook.control;

import dev.drillbook.timeline.Who;
import java.util.Map;
import java.util.Optional;

/**
 * A wish to start a drill.
 *
 * @param runbook an id or a file
 * @param environment by its name
 * @param inputs values that go before the environment's own, or, from Slack, beside them
 * @param door such as {@code terminal}
 * @param occurrence for which planned start, where the calendar wishes it
 */
public record Start(
        String runbook,
        String environment,
        Map<String, String> inputs,
        boolean rehearsal,
        String who,
        String door,
        Optional<String> occurrence) {
    public Start {
        Who.named(who);
        inputs = Map.copyOf(inputs);
    }

    /** By a person, now. */
    public Start(
            String runbook,
            String environment,
            Map<String, String> inputs,
            boolean rehearsal,
            String who,
            String door) {
        this(runbook, environment, inputs, rehearsal, who, door, Optional.empty());
    }

    /**
     * Whether its values may go before the environment's own, and so break another one: whoever is at the terminal or
     * wrote the schedule could change {@code drillbook.yaml} as well, whoever is in Slack could not.
     */
    boolean mayReplaceInputs() {
        return !door.equals("slack");
    }
}

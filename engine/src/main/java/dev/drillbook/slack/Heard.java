package dev.drillbook.slack;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that reached us: a command, a click or a pin.
 *
 * @param key the same for all copies of it
 * @param received when the first byte of it was read here; Slack says no time for commands
 * @param team the workspace from which it came
 * @param thread the {@code ts} of the thread's first message, where Slack names one
 * @param answers where an answer may be sent later, where there is such a place
 */
record Heard(
        String key,
        Instant received,
        String team,
        String user,
        String channel,
        Optional<String> thread,
        Optional<String> answers) {}

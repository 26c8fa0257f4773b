package dev.drillbook.undo;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.settings.Setting;
import java.time.Duration;

/**
 * The part {@code guard} of {@code drillbook.yaml}.
 *
 * @param heartbeat how long an engine may be silent before its guard ends it and puts everything back, at least 2 s
 */
public record GuardSettings(Duration heartbeat) {
    private static final Duration LEAST = Duration.ofSeconds(2);

    /** Where nothing is said: longer than any pause of a busy engine, shorter than an outage that anyone would accept. */
    public static final GuardSettings USUAL = new GuardSettings(Duration.ofSeconds(10));

    public GuardSettings {
        if (heartbeat.compareTo(LEAST) < 0)
            throw new Invalid("a heartbeat of " + heartbeat.toSeconds()
                    + " s would take a busy engine for a frozen one:" + " write 2 seconds or more, such as 10 seconds");
    }

    /** @param root of the file; a mistake is told at its place */
    public static GuardSettings of(Setting root) {
        return root.get("guard", "heartbeat")
                .flatMap(given -> given.duration().flatMap(span -> given.tried(() -> new GuardSettings(span))))
                .orElse(USUAL);
    }

    /** How often the engine lets itself be heard. */
    Duration beat() {
        Duration often = heartbeat.dividedBy(8);
        return often.compareTo(Duration.ofSeconds(1)) < 0 ? often : Duration.ofSeconds(1);
    }
}

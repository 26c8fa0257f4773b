package dev.drillbook.score;

import java.time.Instant;
import java.util.Optional;

/**
 * When something was so.
 *
 * @param at empty when it never was
 * @param by who brought it about, for what someone must bring about
 */
public record Stamp(String name, Optional<Instant> at, Optional<By> by) {
    /** Who is credited. */
    public enum By {
        TEAM,
        DRILLBOOK
    }
}

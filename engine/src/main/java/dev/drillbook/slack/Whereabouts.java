package dev.drillbook.slack;

import java.util.Optional;

/** Which drill is told where: known to whoever tells them. */
interface Whereabouts {
    /**
     * The id of the drill that is told in that thread, or in that channel of its own.
     *
     * @param thread the {@code ts} of its first message, where something was said in one
     */
    Optional<String> drillIn(String channel, Optional<String> thread);
}

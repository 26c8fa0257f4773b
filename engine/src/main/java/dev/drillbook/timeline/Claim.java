package dev.drillbook.timeline;

import java.time.Instant;

/**
 * What a person says happened. The entry keeps the time it was received; {@link #claimed()} is the time they name,
 * which is the received time unless they said otherwise.
 */
public sealed interface Claim extends Happening {
    String who();

    Instant claimed();

    /** @param milestone such as {@code detected} or {@code root cause} @param text what they added, or empty */
    record Reached(String who, Instant claimed, String milestone, String text) implements Claim {}

    /** A hypothesis. @param number within the drill, from 1 */
    record Suspected(String who, Instant claimed, int number, String text) implements Claim {}

    /** @param number of the hypothesis that was ruled out */
    record RuledOut(String who, Instant claimed, int number) implements Claim {}

    record Noted(String who, Instant claimed, String text) implements Claim {}

    /** @param to who was called */
    record Escalated(String who, Instant claimed, String to) implements Claim {}

    /** @param person who takes the role */
    record RoleTaken(String who, Instant claimed, String person, String role) implements Claim {}
}

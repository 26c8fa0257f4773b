package dev.drillbook.wording;

import dev.drillbook.timeline.Claim.Suspected;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a sentence needs to know besides its own entry.
 *
 * @param faults in words, by the number of their undo
 * @param hypotheses in words, by number
 * @param people what to call someone
 */
record Telling(
        Times times, Map<Integer, String> faults, Map<Integer, String> hypotheses, UnaryOperator<String> people) {
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    static Telling of(Timeline timeline, Times times, UnaryOperator<String> people) {
        return new Telling(
                times,
                timeline.all(Owed.class).stream()
                        .map(entry -> entry.what())
                        .collect(Collectors.toMap(Owed::number, Owed::fault, (first, again) -> first)),
                timeline.all(Suspected.class).stream()
                        .map(entry -> entry.what())
                        .collect(Collectors.toMap(Suspected::number, Suspected::text, (first, again) -> first)),
                people);
    }

    String person(String who) {
        return people.apply(who);
    }

    String fault(int number) {
        return faults.getOrDefault(number, "fault " + number);
    }

    /** Such as {@code 1 (database overload)}. */
    String hypothesis(int number) {
        String text = hypotheses.get(number);
        return text == null ? Integer.toString(number) : number + " (" + text + ")";
    }

    /** Such as {@code , at 10:15:00}, when a time other than the recorded one was named; else nothing. */
    String when(Instant named, Instant recorded, String preposition) {
        boolean same = Duration.between(named, recorded).abs().compareTo(WORTH_TELLING) < 0;
        return same ? "" : ", " + preposition + " " + times.time(named);
    }
}

package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of an occurrence that is planned for a time at which no drill starts. */
public enum Policy {
    /** It starts at the same time of day on the next working day: what a schedule does that says nothing. */
    NEXT_WORKING_DAY("next working day", 1),
    PREVIOUS_WORKING_DAY("previous working day", -1),
    SKIP("skip", 0);

    private final String words;
    private final int step;

    Policy(String words, int step) {
        this.words = words;
        this.step = step;
    }

    /** @throws Invalid with the nearest right words */
    public static Policy named(String words) {
        List<String> all = Arrays.stream(values()).map(Policy::inWords).collect(Collectors.toList());
        return Arrays.stream(values())
                .filter(policy -> policy.words.equalsIgnoreCase(words.strip()))
                .findFirst()
                .orElseThrow(() -> new Invalid("on a day without drills: no '" + words + "'"
                        + Nearest.hint(words, all, "write one of " + String.join(", ", all))));
    }

    public String inWords() {
        return words;
    }

    /** Days from one try to the next: 1, -1, or 0 for none. */
    int step() {
        return step;
    }
}

package dev.drillbook.slack;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One story, as far as it was told. */
final class Told {
    private final Memory memory;
    private final String story;
    private final Map<String, Spot> steps;
    private final boolean goesOn;

    Told(Memory memory, String story, Map<String, Spot> steps) {
        this.memory = memory;
        this.story = story;
        this.steps = new ConcurrentHashMap<>(steps);
        this.goesOn = !steps.isEmpty();
    }

    String story() {
        return story;
    }

    /** Whether an earlier telling left it somewhere, perhaps in the middle of a step. */
    boolean goesOn() {
        return goesOn;
    }

    boolean has(String step) {
        return steps.containsKey(step);
    }

    Optional<Spot> spot(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** Whether this is the story of that drill, and not of one that had its id before. @param opened its step */
    boolean isOf(String opened) {
        return has(opened)
                || !has(Memory.END) && steps.keySet().stream().noneMatch(step -> step.startsWith(Memory.OPENED));
    }

    /** Durable when it returns. */
    void add(String step, Spot spot) {
        memory.add(story, step, spot);
        steps.put(step, spot);
    }

    /** The last message of this story in a channel: times of messages compare as text. */
    Optional<String> lastIn(String channel) {
        return steps.values().stream()
                .filter(spot -> spot.channel().equals(channel) && !spot.ts().isEmpty())
                .map(Spot::ts)
                .max(Comparator.naturalOrder());
    }
}

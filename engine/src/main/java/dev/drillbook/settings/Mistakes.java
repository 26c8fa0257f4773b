package dev.drillbook.settings;

import dev.drillbook.runbook.Mistake;
import java.util.List;
import java.util.TreeSet;

/** The mistakes found in one file so far. */
final class Mistakes {
    private final String file;
    private final TreeSet<Mistake> found = new TreeSet<>();

    Mistakes(String file) {
        this.file = file;
    }

    /** Notes a mistake, unless one is known at this very place: what follows from a mistake is none. */
    void at(Place place, String message) {
        Mistake mistake = new Mistake(file, place.line(), place.column(), message);
        if (found.stream().noneMatch(mistake::samePlace)) found.add(mistake);
    }

    /** Notes one of several that a place may have, such as two keys that are missing. */
    void oneOf(Place place, String message) {
        found.add(new Mistake(file, place.line(), place.column(), message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** By place. */
    List<Mistake> all() {
        return List.copyOf(found);
    }
}

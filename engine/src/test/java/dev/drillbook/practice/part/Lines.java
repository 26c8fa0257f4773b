package dev.drillbook.practice.part;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log that a test can read. */
public record Lines(List<String> all) {
    public Lines() {
        this(new CopyOnWriteArrayList<>());
    }

    public Log log() {
        return new Log(Clock.systemUTC(), all::add);
    }

    public boolean have(String part) {
        return all.stream().anyMatch(line -> line.contains(part));
    }
}

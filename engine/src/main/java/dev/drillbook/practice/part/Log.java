package dev.drillbook.practice.part;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** A part's log, one line an event: the time in UTC, the level, what happened. */
public final class Log {
    private final Clock clock;
    private final Consumer<String> lines;

    public Log(Clock clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    public static Log toStandardOutput() {
        return new Log(Clock.systemUTC(), System.out::println);
    }

    public void info(String event) {
        write("INFO ", event);
    }

    public void warn(String event) {
        write("WARN ", event);
    }

    public void error(String event) {
        write("ERROR", event);
    }

    private void write(String level, String event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // An event may quote what a client sent: it stays one line.
        lines.accept(now + " " + level + " " + event.replace('\n', ' ').replace('\r', ' '));
    }
}

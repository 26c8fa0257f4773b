package dev.drillbook.runbook;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong at one place of a file that people write.
 *
 * @param file as the caller named it
 * @param line from 1
 * @param column from 1; where only the built plan shows the mistake, the beginning of the line
 * @param message one line, which ends with what to write instead
 */
public record Mistake(String file, int line, int column, String message) implements Comparable<Mistake> {
    private static final Comparator<Mistake> BY_PLACE = Comparator.comparing(Mistake::file)
            .thenComparingInt(Mistake::line)
            .thenComparingInt(Mistake::column)
            .thenComparing(Mistake::message);

    /** {@code file:line:column: message}. */
    public String inWords() {
        return file + ":" + line + ":" + column + ": " + message;
    }

    /** One a line. */
    public static String inWords(List<Mistake> mistakes) {
        return mistakes.stream().map(Mistake::inWords).collect(Collectors.joining("\n"));
    }

    public boolean sameLine(Mistake other) {
        return line == other.line;
    }

    public boolean samePlace(Mistake other) {
        return line == other.line && column == other.column;
    }

    @Override
    public int compareTo(Mistake other) {
        return BY_PLACE.compare(this, other);
    }
}

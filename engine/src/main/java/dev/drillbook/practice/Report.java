package dev.drillbook.practice;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** What a supervisor tells its starter, a line each: one of these words, and what goes with it. */
enum Report {
    /** A few words of progress. */
    TOLD,
    /** Every part is ready; nothing follows. */
    UP,
    /** Another supervisor lives; nothing was started. */
    TAKEN,
    /** Why, on the rest of this line and all lines that follow. */
    FAILED;

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    /** What a line begins with; empty for lines of the JVM itself, whose warnings come here too. */
    static Optional<Report> of(String line) {
        return Stream.of(values())
                .filter(report -> line.startsWith(report.name() + " "))
                .findFirst();
    }

    String more(String line) {
        return line.substring(name().length() + 1);
    }

    void say(String more) {
        OUT.println(name() + " " + more);
    }
}

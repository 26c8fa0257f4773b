package dev.drillbook.practice;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a supervisor tells its starter, a line each: one of these words, and what goes with it. */
enum Report {
    /** This part, just now. */
    READY,
    /** All parts; nothing follows. */
    UP,
    /** Another supervisor lives; nothing was started. */
    TAKEN,
    /** Why, on the rest of this line and all lines that follow. */
    FAILED;

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    void say(String more) {
        OUT.println(name() + " " + more);
    }
}

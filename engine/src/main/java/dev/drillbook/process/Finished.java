package dev.drillbook.process;

import java.time.Duration;

/**
 * How a command ended.
 *
 * @param exit its exit code; 128 + n when signal n ended it
 * @param output what it wrote to standard output and standard error, read as UTF-8, cut in the middle at the limit
 * @param timedOut whether it ran into its time limit and was ended
 */
public record Finished(int exit, String output, Duration duration, boolean timedOut) {
    public boolean succeeded() {
        return exit == 0 && !timedOut;
    }
}

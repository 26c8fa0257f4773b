package dev.drillbook.script;

import dev.drillbook.runbook.Invalid;
import java.time.Duration;
import java.util.Arrays;

/** Runs a compiled runbook, to hear what it describes. */
final class Building {
    private final Duration limit;

    Building(Duration limit) {
        this.limit = limit;
    }

    /** @return whether the runbook was heard to its end; if not, why is among the mistakes */
    boolean hear(Compiled compiled, Draft draft, Mistakes mistakes) {
        Apart apart = new Apart(() -> compiled.tell(draft), limit);
        if (!apart.ended()) {
            mistakes.atLine(line(apart.where(), draft), tooLong());
            apart.interrupt(); // its loop's next Pulse ends it
            apart.ended();
            return false;
        }
        if (apart.failure() == null) return true;
        mistakes.atLine(line(apart.failure().getStackTrace(), draft), why(apart.failure()));
        return false;
    }

    private String tooLong() {
        return "still not built after " + limit.toMillis() / 1000.0
                + " s: a runbook only describes; take out what goes on for ever";
    }

    private static String why(Throwable failure) {
        if (failure instanceof Invalid) return failure.getMessage();
        String words = failure.getMessage() == null
                ? ""
                : ": " + failure.getMessage().lines().findFirst().orElse("");
        return "this failed while the runbook was built (" + failure.getClass().getSimpleName() + words
                + "): write it simpler";
    }

    private static int line(StackTraceElement[] frames, Draft draft) {
        return Arrays.stream(frames)
                .filter(frame -> draft.isRunbook(frame.getClassName()))
                .mapToInt(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(1);
    }
}

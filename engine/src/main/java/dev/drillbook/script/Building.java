package dev.drillbook.script;

import dev.drillbook.runbook.Invalid;
import java.time.Duration;
import java.util.Arrays;

/** Runs a compiled runbook to hear what it describes, on a thread of its own that does not get for ever. */
final class Building {
    private final Duration limit;

    Building(Duration limit) {
        this.limit = limit;
    }

    /** @return whether the runbook was heard to its end; if not, why is among the mistakes */
    boolean hear(Compiled compiled, Draft draft, Mistakes mistakes) {
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(
                () -> {
                    try {
                        compiled.tell(draft);
                    } catch (Throwable e) { // an Error of the runbook's own making is a mistake like any other
                        failure[0] = e;
                    }
                },
                "runbook");
        thread.setDaemon(true);
        thread.start();
        if (!ended(thread)) {
            mistakes.atLine(line(thread.getStackTrace(), draft), tooLong());
            thread.interrupt();
            ended(thread);
            return false;
        }
        if (failure[0] == null) return true;
        mistakes.atLine(line(failure[0].getStackTrace(), draft), why(failure[0]));
        return false;
    }

    private boolean ended(Thread thread) {
        try {
            thread.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
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

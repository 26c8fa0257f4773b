package dev.drillbook.slack;

import dev.drillbook.control.Verb;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Refused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, as a line for whoever said it. */
final class Wrong {
    private static final Logger LOG = LoggerFactory.getLogger(Wrong.class);

    private static final Pattern APPROVE = Pattern.compile("drillbook approve (\\S+) --environment (\\S+)");
    private static final Pattern TYPED = Pattern.compile(
            "\\bdrillbook (run|rehearse|list|report|schedule|" + String.join("|", Verb.words()) + ")\\b");

    private Wrong() {}

    static String inWords(Throwable e) {
        Throwable cause = cause(e);
        if (cause instanceof DrillException) return spoken(cause.getMessage());
        LOG.error("a defect in Drillbook", cause);
        return "a defect in Drillbook: " + cause + "; the log of drillbook serve has more";
    }

    /** What to type here instead of in a terminal. */
    private static String spoken(String message) {
        String approved = APPROVE.matcher(message).replaceAll(Slash.COMMAND + " approve $1 for $2");
        return TYPED.matcher(approved).replaceAll(Slash.COMMAND + " $1");
    }

    /** Whether they could have known better: to do it again would not help. @param what has failed */
    static boolean isTheirs(CompletableFuture<?> what) {
        return isTheirs(what.handle((done, e) -> e).join());
    }

    static boolean isTheirs(Throwable e) {
        Throwable cause = cause(e);
        return cause instanceof Invalid || cause instanceof Refused;
    }

    private static Throwable cause(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? cause(e.getCause()) : e;
    }
}

package dev.drillbook.slack;

import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Start;
import dev.drillbook.environment.SecretPlace;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** {@code run} and {@code rehearse}: a drill that somebody in Slack starts. */
final class Starting {
    static final String ARGUMENTS = "RUNBOOK [on ENVIRONMENT] [NAME=VALUE …]";
    private static final String USUAL = "practice";

    private final Drills drills;

    Starting(Drills drills) {
        this.drills = drills;
    }

    Answer run(String who, String rest) {
        return started(wish(who, "run", rest, false));
    }

    Answer rehearse(String who, String rest) {
        return started(wish(who, "rehearse", rest, true));
    }

    private Answer started(Start wish) {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        new Thread(() -> start(wish, outcome), "start of " + wish.runbook()).start();
        return Answer.begun(outcome, "starting " + wish.runbook() + " on " + wish.environment() + " …");
    }

    private void start(Start wish, CompletableFuture<String> outcome) {
        try {
            LiveDrill drill = drills.start(wish, words -> {});
            outcome.complete("drill " + drill.id() + " has begun on " + drill.environment());
        } catch (DrillException e) {
            outcome.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
            throw e;
        }
    }

    private static Start wish(String who, String verb, String rest, boolean rehearsal) {
        List<String> words = List.of(rest.strip().split("\\s+"));
        String usage = "say " + Slash.COMMAND + " " + verb + " " + ARGUMENTS;
        String runbook = RunbookId.of(words.get(0), usage);
        String environment = USUAL;
        Map<String, String> inputs = new LinkedHashMap<>();
        for (int i = 1; i < words.size(); i++) {
            int equals = words.get(i).indexOf('=');
            if (equals > 0)
                inputs.put(words.get(i).substring(0, equals), value(words.get(i).substring(equals + 1)));
            else if (words.get(i).equals("on") && i + 1 < words.size()) environment = words.get(++i);
            else throw new Invalid("'" + words.get(i) + "' is not understood: " + usage);
        }
        return new Start(runbook, environment, inputs, rehearsal, who, "slack");
    }

    /** Where a secret is: a variable of ours or a command is nobody's to name from outside. */
    private static String value(String text) {
        if (text.startsWith(SecretPlace.MARK))
            throw new Invalid("where a secret is stands in drillbook.yaml: leave that input out here");
        return text;
    }
}

package dev.drillbook.drill;

import dev.drillbook.environment.Limits;
import dev.drillbook.runbook.Condition;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Since when each condition holds that would end the drill. */
final class AbortConditions {
    private final Map<String, Condition> conditions = new HashMap<>();
    private final Map<String, Instant> since = new HashMap<>();

    AbortConditions(Runbook runbook, Limits limits) {
        all(runbook, limits).forEach(one -> conditions.put(one.inWords(), one));
    }

    /** Those of the runbook, and those of the environment, which may end a drill as its runbook may. */
    static List<Condition> all(Runbook runbook, Limits limits) {
        return Stream.concat(runbook.abortWhen().stream(), limits.stop().stream())
                .toList();
    }

    /** @return why the drill ends, when it does */
    Optional<String> met(Map<String, Verdict> answers, Instant now) {
        return answers.entrySet().stream()
                .filter(answer -> isMet(answer.getKey(), answer.getValue(), now))
                .map(answer -> answer.getKey() + " " + answer.getValue().inWords())
                .findFirst();
    }

    /** A probe that cannot tell ends nothing, and no stretch either. */
    private boolean isMet(String condition, Verdict answer, Instant now) {
        if (answer.breaches()) since.remove(condition);
        if (!answer.holds()) return false;
        Instant began = since.computeIfAbsent(condition, first -> now);
        return Duration.between(began, now).compareTo(conditions.get(condition).atLeast()) >= 0;
    }
}

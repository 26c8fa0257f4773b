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
    private static final Duration LONGEST_GAP = Duration.ofSeconds(5);

    private final Map<String, Condition> conditions = new HashMap<>();
    private final Map<String, Stretch> stretches = new HashMap<>();

    /** A time in which one held. @param last when that was last seen */
    private record Stretch(Instant began, Instant last) {
        Duration length() {
            return Duration.between(began, last);
        }

        /** What nobody saw for so long may have been otherwise. */
        boolean isTornBy(Instant now) {
            return Duration.between(last, now).compareTo(LONGEST_GAP) > 0;
        }
    }

    AbortConditions(Runbook runbook, Limits limits) {
        all(runbook, limits).forEach(one -> conditions.put(one.inWords(), one));
    }

    /** Those of the runbook, and those of the environment, which may end a drill as its runbook may. */
    static List<Condition> all(Runbook runbook, Limits limits) {
        return Stream.concat(runbook.abortWhen().stream(), limits.stop().stream())
                .toList();
    }

    /** @return why the drill ends, when it does */
    Optional<String> met(Message.ConditionAsked asked, Instant now) {
        return isMet(asked.condition(), asked.answer(), now)
                ? Optional.of(asked.condition() + " " + asked.answer().inWords())
                : Optional.empty();
    }

    /** A probe that cannot tell for a moment ends nothing, and no stretch either. */
    private boolean isMet(String condition, Verdict answer, Instant now) {
        if (answer.breaches()) stretches.remove(condition);
        if (!answer.holds()) return false;
        Stretch before = stretches.get(condition);
        Stretch held = new Stretch(before == null || before.isTornBy(now) ? now : before.began(), now);
        stretches.put(condition, held);
        return held.length().compareTo(conditions.get(condition).atLeast()) >= 0;
    }
}

package dev.drillbook.practice.auditor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One rule over time: whether its alert fires. */
final class Alarm {
    private final Rule rule;
    private int seconds;
    private int calm;
    private Alert firing;

    Alarm(Rule rule) {
        this.rule = rule;
    }

    /** Judges the latest readings; to be called once for each. The alert, if it began or ended now. */
    Optional<Alert> step(List<Reading> readings, Instant now) {
        Optional<String> symptom = rule.symptom().in(readings);
        seconds = symptom.isPresent() ? seconds + 1 : 0;
        calm = symptom.isPresent() ? 0 : calm + 1;
        if (firing == null && seconds >= rule.lasting()) {
            firing = new Alert(rule.name(), symptom.get(), now, Optional.empty());
            return Optional.of(firing);
        }
        if (firing == null || calm < Rule.CALM) return Optional.empty();
        Alert over = firing.resolved(now);
        firing = null;
        return Optional.of(over);
    }

    Optional<Alert> firing() {
        return Optional.ofNullable(firing);
    }
}

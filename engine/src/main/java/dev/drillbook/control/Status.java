package dev.drillbook.control;

import dev.drillbook.timeline.Hypothesis;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a drill stands, in the responder view: the same words for everyone.
 *
 * @param state such as {@code running}
 * @param elapsed since the drill began, or since it opened while the steady state is still being checked
 * @param reached milestones that were reached and when
 * @param hypotheses those that are open, such as {@code 1 database overload}
 * @param roles who does what
 * @param zone the team's
 */
public record Status(
        String drill,
        String title,
        String environment,
        String state,
        Duration elapsed,
        Map<String, Instant> reached,
        List<String> hypotheses,
        int hintsTaken,
        Map<String, String> roles,
        ZoneId zone) {

    /** @param now for a drill that is not closed */
    public static Status of(Timeline timeline, Instant now) {
        Map<String, Instant> reached = new TreeMap<>();
        timeline.brief().goals().forEach(goal -> timeline.reached(goal.milestone())
                .ifPresent(at -> reached.put(goal.milestone(), at)));
        dev.drillbook.runbook.Milestone.USUAL.forEach(
                usual -> timeline.reached(usual).ifPresent(at -> reached.putIfAbsent(usual, at)));
        Instant since = timeline.began().orElse(timeline.entries().get(0).at());
        return new Status(
                timeline.opened().drill(),
                timeline.brief().title(),
                timeline.opened().environment(),
                state(timeline),
                Duration.between(since, timeline.isClosed() ? timeline.end() : now),
                reached,
                timeline.openHypotheses().stream().map(Status::inWords).toList(),
                timeline.hints().size(),
                timeline.roles(),
                ZoneId.of(timeline.opened().zone()));
    }

    private static String inWords(Hypothesis open) {
        return open.number() + " " + open.text();
    }

    private static String state(Timeline timeline) {
        if (timeline.isClosed()) return "over";
        if (timeline.over().isPresent()) return "putting everything back";
        return timeline.began().isPresent() ? "running" : "checking the steady state";
    }
}

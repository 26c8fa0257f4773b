package dev.drillbook.slack;

import dev.drillbook.control.Status;
import dev.drillbook.timeline.Brief.Goal;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Endings;
import dev.drillbook.wording.OneLine;
import dev.drillbook.wording.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a drill stands, in one message that is edited in place.
 *
 * @param people what to call someone
 */
record Headline(Timeline timeline, UnaryOperator<String> people) {
    private static final Duration NO_CLOCK = Duration.ZERO;

    Post at(Instant now) {
        Status status = Status.of(timeline, now);
        return post(status, status.elapsed().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Two that differ in nothing but the clock are equal. */
    Post withoutClock() {
        return post(Status.of(timeline, timeline.end()), NO_CLOCK);
    }

    private Post post(Status status, Duration elapsed) {
        String drill = status.drill();
        Post.Draft draft = Post.draft(drill, Memory.HEADLINE)
                .header("DRILL: " + status.title())
                .markup("*" + state(status) + "*" + (elapsed.isZero() ? "" : " · " + Durations.inWords(elapsed)) + " · "
                        + Marks.of(drill) + (timeline.opened().rehearsal() ? " (a rehearsal)" : "")
                        + (isReal() ? " · :rotating_light: *A REAL INCIDENT BEGAN*" : " · this is an exercise"))
                .lines(goals())
                .lines(people(status));
        if (timeline.over().isEmpty()) draft.add(Buttons.of(drill));
        return draft.smallText("On " + status.environment() + ", started by "
                        + people.apply(timeline.opened().startedBy()) + ". Say more with /drill help")
                .saying("DRILL " + drill + ": " + status.title() + ": " + state(status));
    }

    private String state(Status status) {
        if (!timeline.isClosed()) return status.state();
        return "over: " + timeline.ending().map(Endings::inWords).orElse("");
    }

    private boolean isReal() {
        return timeline.aborted().filter(Aborted::real).isPresent();
    }

    private List<String> goals() {
        Times times = new Times(ZoneId.of(timeline.opened().zone()));
        return timeline.brief().goals().stream()
                .map(goal -> timeline.reached(goal.milestone())
                        .map(at -> "✓ " + name(goal) + " at " + times.time(at))
                        .orElseGet(
                                () -> "○ " + name(goal) + ", to be reached within " + Durations.inWords(goal.within())))
                .toList();
    }

    private static String name(Goal goal) {
        return OneLine.of(goal.milestone());
    }

    private List<String> people(Status status) {
        List<String> lines = new ArrayList<>();
        status.hypotheses().forEach(open -> lines.add("Open hypothesis " + OneLine.of(open)));
        status.roles().forEach((person, role) -> lines.add(OneLine.of(role + ": " + people.apply(person))));
        if (status.hintsTaken() > 0) lines.add("Hints taken: " + status.hintsTaken());
        return lines;
    }
}

package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which runbook is drilled in which environment, and when.
 *
 * @param name unique among the schedules: occurrences are known by it
 * @param zone of the words in {@code when}, and of the working days
 * @param policy what becomes of an occurrence at a time at which no drill starts
 */
public record Schedule(
        String name, String runbook, String environment, ZoneId zone, When when, Policy policy, WorkingTime working) {
    /** Nothing is planned from then on: it is the end of cron's years, and of the holidays that a file can tell. */
    public static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private static final Duration FARTHEST = Duration.ofDays(Plan.FARTHEST + 2);
    private static final int SOON = 2;

    public Schedule {
        if (name.isBlank()) throw new Invalid("a schedule has no name: write one, such as 'quarterly'");
        if (runbook.isBlank()) throw new Invalid("schedule '" + name + "' has no runbook: name one of drillbook list");
        if (environment.isBlank())
            throw new Invalid("schedule '" + name + "' has no environment: name one, such as practice");
    }

    /**
     * Why no drill of it may start at a moment, if so. A weekend forbids nothing that the words name: "every Saturday"
     * means Saturdays, a date means that date.
     */
    public Optional<Forbidden> forbids(Instant at) {
        return working.forbids(at, zone)
                .filter(why -> why.kind() != Forbidden.Kind.WEEKEND
                        || !when.names(at.atZone(zone).toLocalDate()));
    }

    /** What becomes of each time planned from {@code from} to before {@code until}: in that order, lazily. */
    public Stream<Planned> plan(Instant from, Instant until) {
        var plan = new Plan(this);
        return plan.moments().between(from, until).map(plan::decide);
    }

    /** What starts from {@code from} to before {@code until}, whenever it was planned: in that order, lazily. */
    public Stream<Occurrence> occurrences(Instant from, Instant until) {
        return Stream.of(movedPast(from), plan(from, until), movedBefore(until))
                .flatMap(planned -> planned)
                .flatMap(Schedule::taking)
                .filter(occurrence -> isWithin(occurrence.start(), from, until));
    }

    /** The next that start after a moment, fewer where the schedule ends. */
    public List<Occurrence> next(Instant after, int n) {
        return occurrences(after.plusNanos(1), END).limit(n).collect(Collectors.toList());
    }

    /** This, if it starts a drill in the two years from now. @throws Invalid if not, with the next after that */
    public Schedule comingSoon(Instant now) {
        Instant soon = now.atZone(zone).plusYears(SOON).toInstant();
        Optional<Occurrence> next = next(now, 1).stream().findFirst();
        if (next.filter(occurrence -> occurrence.start().isBefore(soon)).isPresent()) return this;
        throw new Invalid("schedule '" + name + "': '" + when.text() + "' starts no drill in the two years from "
                + now.atZone(zone).toLocalDate()
                + next.map(late ->
                                "; its next is on " + late.start().atZone(zone).toLocalDate())
                        .orElse("")
                + ": write a when that comes at least every two years");
    }

    /** Starts keep the order of the plan: before the last one that started too early, nothing was moved so far. */
    private Stream<Planned> movedPast(Instant from) {
        var plan = new Plan(this);
        List<Planned> moved = plan.moments()
                .backwards(from, from.minus(FARTHEST))
                .map(plan::decide)
                .takeWhile(planned ->
                        taking(planned).noneMatch(taken -> taken.start().isBefore(from)))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(moved);
        return moved.stream();
    }

    private Stream<Planned> movedBefore(Instant until) {
        return plan(until, until.plus(FARTHEST)).takeWhile(planned -> taking(planned)
                .allMatch(taken -> taken.start().isBefore(until)));
    }

    private static Stream<Occurrence> taking(Planned planned) {
        return planned instanceof Occurrence occurrence ? Stream.of(occurrence) : Stream.empty();
    }

    private static boolean isWithin(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}

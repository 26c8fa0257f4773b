package dev.drillbook.report;

import dev.drillbook.runbook.Payment.AlreadyRight;
import dev.drillbook.score.Measure.Count;
import dev.drillbook.score.Scorecard;
import dev.drillbook.timeline.Brief;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening.ApplyFailed;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Series;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Sentences;
import dev.drillbook.wording.Times;
import dev.drillbook.wording.View;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a postmortem is about.
 *
 * @param timeline with its series, of a drill that is over
 * @param lastHash of the journal, in hexadecimal
 * @param damage what is wrong with the record, one line each: nothing that is told of it can be trusted then
 * @param zone the team's, in which times are told
 * @param naming what people are called
 */
public record Subject(
        Timeline timeline, Scorecard scorecard, String lastHash, List<String> damage, ZoneId zone, Naming naming) {
    /** In another zone than the drill's own everything is told in that one, the scorecard's formulas included. */
    public Subject {
        if (!ZoneId.of(timeline.opened().zone()).equals(zone)) {
            timeline = in(zone, timeline);
            scorecard = Scorecard.of(timeline);
        }
    }

    private static Timeline in(ZoneId zone, Timeline timeline) {
        return new Timeline(
                timeline.entries().stream()
                        .map(entry -> entry.what() instanceof Opened opened
                                ? new Entry(entry.seq(), entry.epoch(), entry.at(), entry.tick(), in(zone, opened))
                                : entry)
                        .toList(),
                timeline.series());
    }

    private static Opened in(ZoneId zone, Opened opened) {
        return new Opened(
                opened.drill(),
                opened.environment(),
                opened.rehearsal(),
                opened.startedBy(),
                opened.door(),
                opened.occurrence(),
                zone.getId(),
                opened.version(),
                opened.inputs(),
                opened.brief(),
                opened.engine(),
                opened.mayBreak());
    }

    static final Duration LEAD = Duration.ofSeconds(5);

    /** Roles unless someone asks for names: a postmortem is about what happened, not about who did it. */
    public enum Naming {
        ROLES,
        NAMES
    }

    Brief brief() {
        return timeline.brief();
    }

    Times times() {
        return new Times(zone);
    }

    People people() {
        return People.of(timeline, naming);
    }

    Sentences sentences() {
        return new Sentences(timeline, View.FACILITATOR, zone, people());
    }

    Instant opened() {
        return timeline.entries().get(0).at();
    }

    /** Whether nothing was broken at all, by Drillbook or otherwise, so that every alarm was a false one. */
    boolean wasCalm() {
        return scorecard.metric("false-alarms").value() instanceof Count;
    }

    /** Whether the fault failed to be applied and, as all that was looked at afterwards says, broke nothing half-way. */
    boolean couldNotBeApplied() {
        return timeline.firstApplied().isEmpty()
                && timeline.first(ApplyFailed.class).isPresent()
                && timeline.all(Paid.class).stream()
                        .allMatch(paid -> paid.what().payment() instanceof AlreadyRight right && !right.afterFailure())
                && timeline.breaches().stream().noneMatch(breach -> breach.to().isAfter(zero()))
                && timeline.undos().verifiedAt().isPresent();
    }

    /** Whether what the runbook tells happened here: of a fault that was never due it would be a tale. */
    boolean isItsStory() {
        if (couldNotBeApplied()) return false;
        if (timeline.first(Owed.class).isPresent() || timeline.firstApplied().isPresent()) return true;
        return !brief().breaksSomething() && timeline.began().isPresent() && wasCalm();
    }

    /** The zero of the chart's clock. */
    Instant zero() {
        return timeline.began().orElseGet(this::opened);
    }

    /** Who responded, to begin a sentence with. */
    String team() {
        return timeline.opened().rehearsal() ? "the rehearsal" : "the team";
    }

    /** From when on impact counts, as on the scorecard. */
    Instant since() {
        return timeline.firstApplied().orElseGet(this::zero);
    }

    /** What is shown of the signals: the drill and a few good seconds before it, not how the traffic warmed up. */
    Series shown() {
        return timeline.series().between(zero().minus(LEAD), timeline.end());
    }

    /** The time of day; with its date where it is not the day on which the drill opened. */
    String time(Instant at) {
        boolean sameDay = times().date(at).equals(times().date(opened()));
        return sameDay ? times().time(at) : times().date(at) + " " + times().time(at);
    }

    /** In seconds since {@link #zero()}. */
    double clock(Instant at) {
        Duration since = Duration.between(zero(), at);
        return since.getSeconds() + since.getNano() / 1e9;
    }

    /** A metric's value in words, such as {@code 4 min 12 s}. */
    String metric(String id) {
        return scorecard.metric(id).value().inWords();
    }
}

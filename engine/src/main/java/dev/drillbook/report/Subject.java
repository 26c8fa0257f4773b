package dev.drillbook.report;

import dev.drillbook.score.Scorecard;
import dev.drillbook.timeline.Brief;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Sentences;
import dev.drillbook.wording.Times;
import dev.drillbook.wording.View;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a postmortem is about.
 *
 * @param timeline with its series, of a drill that is over
 * @param lastHash of the journal, in hexadecimal
 * @param zone the team's, in which times are told
 * @param naming what people are called
 */
public record Subject(Timeline timeline, Scorecard scorecard, String lastHash, ZoneId zone, Naming naming) {
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

    /** The zero of the chart's clock. */
    Instant zero() {
        return timeline.began().orElseGet(this::opened);
    }

    /** The time of day; with its date where it is not the day on which the drill opened. */
    String time(Instant at) {
        boolean sameDay = times().date(at).equals(times().date(opened()));
        return sameDay ? times().time(at) : times().date(at) + " " + times().time(at);
    }

    /** In seconds since {@link #zero()}. */
    double clock(Instant at) {
        return Duration.between(zero(), at).toNanos() / 1e9;
    }

    /** A metric's value in words, such as {@code 4 min 12 s}. */
    String metric(String id) {
        return scorecard.metric(id).value().inWords();
    }
}

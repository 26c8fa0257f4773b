package dev.drillbook.report;

import dev.drillbook.score.Observation.Tone;
import java.util.List;

/**
 * All that templates may say: finished words, told the same in every document. What is not there is an empty text or
 * list. Templates order and decorate; they format nothing.
 *
 * @param kind such as {@code Drill postmortem}
 * @param alarms what must be read before all else, such as an undo that is still owed
 * @param players roles, or names where asked for
 */
public record Model(
        String kind,
        String drill,
        String title,
        String date,
        List<Alarm> alarms,
        Verdict verdict,
        List<String> summary,
        List<Fact> facts,
        List<Fact> impact,
        Picture chart,
        List<Moment> timeline,
        Cause cause,
        Detection detection,
        Score score,
        List<String> wentWell,
        List<String> wentBadly,
        List<String> lucky,
        Measures measures,
        List<String> conclusion,
        Evidence evidence) {

    /** @param typed what a person can type about it, or empty */
    public record Alarm(String heading, String text, String typed) {}

    /** @param tone {@code good}, {@code bad} or {@code neutral} */
    public record Verdict(String tone, String word, String text) {}

    public record Fact(String name, String value) {}

    /** @param alt what someone who cannot see it should hear @param signals the same in numbers */
    public record Picture(String alt, String caption, List<Signal> signals) {}

    /** One signal in numbers. @param limit of the steady state, or empty */
    public record Signal(String name, String limit, String before, String worst, String after) {}

    /**
     * One line of the timeline.
     *
     * @param clock since the drill began, as on the chart's axis
     * @param kind such as {@code measured} or {@code claim}
     * @param style of the kind, for style sheets
     * @param note such as that this was a dead end, or empty
     */
    public record Moment(String time, String clock, String kind, String style, String text, String note) {}

    /** @param area such as {@code cache} @param claims what the team named, and when */
    public record Cause(String area, String answer, List<String> story, List<String> claims, List<String> resolution) {}

    public record Detection(List<String> text, List<Alert> alerts) {}

    /** An expected alert. @param tone {@code good} or {@code bad} */
    public record Alert(String name, String within, String fired, String verdict, String tone) {}

    public record Score(List<Goal> goals, List<Metric> metrics) {}

    /** @param tone {@code good}, {@code bad} or {@code neutral} */
    public record Goal(String milestone, String within, String took, String verdict, String tone) {}

    public record Metric(String name, String value, String formula) {}

    public record Measures(List<Action> actions, List<String> questions) {}

    /** @param owner and {@code due}: to be filled in by people */
    public record Action(String text, String kind, String owner, String due) {}

    /** @param putBack the sentence that everything was put back, or that it was not */
    public record Evidence(
            String putBack,
            List<Undo> undos,
            String steadyState,
            List<Fact> probes,
            List<Fact> hashes,
            List<Fact> inputs,
            List<String> notSent,
            String runbook,
            String runbookText) {}

    /** @param typed what a person could type to do the same @param tone {@code good} or {@code bad} */
    public record Undo(String fault, String typed, String result, String time, String tone) {}

    /** Everything that there is to say of a subject. */
    public static Model of(Subject subject) {
        boolean rehearsal = subject.timeline().opened().rehearsal();
        SummarySection summary = new SummarySection(subject);
        return new Model(
                rehearsal ? "Rehearsal postmortem" : "Drill postmortem",
                subject.timeline().opened().drill(),
                subject.brief().title(),
                subject.times().date(subject.opened()),
                VerdictSection.alarms(subject),
                VerdictSection.of(subject),
                summary.sentences(),
                summary.facts(),
                ImpactSection.of(subject),
                ChartSection.of(subject).picture(),
                TimelineSection.of(subject),
                CauseSection.of(subject),
                DetectionSection.of(subject),
                ScoreSection.of(subject),
                ScoreSection.observed(subject, Tone.WENT_WELL),
                ScoreSection.observed(subject, Tone.WENT_BADLY),
                ScoreSection.observed(subject, Tone.LUCKY),
                MeasuresSection.of(subject),
                MeasuresSection.conclusion(subject),
                new EvidenceSection(subject).evidence());
    }
}

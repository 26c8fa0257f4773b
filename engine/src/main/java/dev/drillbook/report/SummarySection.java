package dev.drillbook.report;

import dev.drillbook.report.Model.Fact;
import dev.drillbook.score.DeadEnd;
import dev.drillbook.score.Measure.Count;
import dev.drillbook.score.Measure.Span;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Stamped;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Numbers;
import dev.drillbook.wording.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened, for a reader who was not there: in a few sentences, then as facts. */
record SummarySection(Subject subject) {
    List<String> sentences() {
        List<String> text = new ArrayList<>();
        if (subject.isItsStory() && !subject.brief().story().isBlank())
            text.add(oneLine(subject.brief().story()));
        text.add((done() + felt()).strip());
        text.add(response());
        if (subject.timeline().opened().rehearsal())
            text.add(
                    "This was a rehearsal: the runbook itself played the team, so its times say nothing about people.");
        return text.stream().filter(sentence -> !sentence.isBlank()).toList();
    }

    private String nothingApplied() {
        List<Stamped<Owed>> owed = subject.timeline().all(Owed.class);
        if (owed.isEmpty()) return "Drillbook broke nothing. ";
        if (subject.couldNotBeApplied())
            return "At " + subject.time(owed.get(0).at())
                    + " Drillbook tried to break the system on purpose; the fault could not be applied, and nothing was"
                    + " broken. ";
        return "At " + subject.time(owed.get(0).at())
                + " Drillbook was about to break the system on purpose; whether it" + " did is not recorded. ";
    }

    private String done() {
        Optional<Instant> applied = subject.timeline().firstApplied();
        if (applied.isEmpty()) return nothingApplied();
        Set<Integer> numbers = subject.timeline().all(Applied.class).stream()
                .map(fault -> fault.what().number())
                .collect(Collectors.toSet());
        List<String> faults = subject.timeline().all(Owed.class).stream()
                .filter(owed -> numbers.contains(owed.what().number()))
                .map(owed -> owed.what().fault())
                .toList();
        return "At " + subject.time(applied.get()) + " Drillbook broke the system on purpose: "
                + String.join("; ", faults) + ". ";
    }

    private String felt() {
        Optional<Instant> impact = subject.timeline().firstImpact();
        if (impact.isEmpty() && subject.timeline().wasBroken())
            return "The steady state was broken already, so what users felt of the fault cannot be told.";
        if (impact.isEmpty())
            return subject.timeline().firstApplied().isEmpty() ? "" : "The steady state was never seen to break.";
        String touched = subject.metric("share-touched").startsWith("unknown")
                ? ""
                : " " + Numbers.count(touched(), "user", "users") + " (" + subject.metric("share-touched")
                        + ") met a stale or failed answer.";
        return "Users felt it from " + subject.time(impact.get()) + " on; the steady state was broken for "
                + subject.metric("breach-length") + "." + touched;
    }

    private long touched() {
        return subject.scorecard().metric("users-touched").value() instanceof Count count ? count.count() : 0;
    }

    private String response() {
        List<String> steps = new ArrayList<>();
        detected(steps);
        step(steps, "time-to-diagnose", "named the root cause %s after " + (steps.isEmpty() ? "detecting it" : "that"));
        step(steps, "time-to-restore", "restored it %s after first impact");
        String ends = subject.scorecard().deadEnds().isEmpty()
                ? ""
                : " Time spent on dead ends: " + subject.metric("dead-end-cost") + " ("
                        + DeadEnd.count(subject.scorecard().deadEnds()) + ").";
        return steps.isEmpty()
                ? ends.strip()
                : VerdictSection.sentence(subject.team()) + " " + joined(steps) + "." + ends;
    }

    private void detected(List<String> steps) {
        if (subject.scorecard().metric("time-to-detect").value() instanceof Span span
                && span.length().isNegative())
            steps.add("detected it " + Durations.inWords(span.length().abs()) + " before first impact");
        step(steps, "time-to-detect", "detected it %s after first impact");
        if (steps.isEmpty())
            step(steps, "time-to-detect-from-apply", "detected it %s after the first fault was applied");
    }

    private void step(List<String> steps, String metric, String words) {
        if (subject.scorecard().metric(metric).value() instanceof Span span
                && !span.length().isNegative()) steps.add(words.formatted(subject.metric(metric)));
    }

    private static String joined(List<String> steps) {
        if (steps.size() == 1) return steps.get(0);
        return String.join(", ", steps.subList(0, steps.size() - 1)) + " and " + steps.get(steps.size() - 1);
    }

    List<Fact> facts() {
        Opened opened = subject.timeline().opened();
        Instant from = subject.opened();
        Instant to = subject.timeline().end();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Severity", opened.brief().severity() + " (1 is worst)"));
        facts.add(new Fact("Environment", opened.environment()));
        facts.add(new Fact("Opened", moment(from)));
        facts.add(new Fact("Ended", moment(to)));
        Instant measured = subject.timeline().measuredUntil();
        if (measured.isBefore(to)) facts.add(new Fact("Measured until", moment(measured)));
        facts.add(new Fact("Duration", Durations.inWords(Duration.between(from, to))));
        facts.add(new Fact("Started", "by " + subject.people().apply(opened.startedBy()) + ", " + opened.door()));
        facts.add(new Fact("Who took part", String.join(", ", People.present(subject))));
        return facts.stream().filter(fact -> !fact.value().isBlank()).toList();
    }

    private String moment(Instant at) {
        String utc = Times.utc(at);
        String own = subject.times().dated(at);
        return own.equals(utc) ? utc : utc + " · " + own;
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}

package dev.drillbook.report;

import dev.drillbook.report.Model.Cause;
import dev.drillbook.runbook.Answer;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Payment.AlreadyRight;
import dev.drillbook.score.Stamp;
import dev.drillbook.score.Stamp.By;
import dev.drillbook.timeline.Claim.Reached;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.Repaired;
import dev.drillbook.wording.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was really wrong, what the team named, and how it was resolved. */
record CauseSection(Subject subject) {
    static Cause of(Subject subject) {
        CauseSection section = new CauseSection(subject);
        if (!subject.isItsStory())
            return new Cause(
                    "",
                    "Drillbook broke nothing, so the runbook's answer does not apply.",
                    List.of(),
                    section.named(),
                    section.resolution());
        var answer = subject.brief().answer();
        return new Cause(
                answer.map(Answer::area).orElse(""),
                answer.map(Answer::text)
                        .orElse(
                                subject.brief().breaksSomething()
                                        ? "The runbook gives no answer."
                                        : "There was no cause to find: nothing was broken."),
                paragraphs(subject.brief().story()),
                section.named(),
                section.resolution());
    }

    private static List<String> paragraphs(String story) {
        return Stream.of(story.strip().split("\\n\\s*\\n"))
                .map(SummarySection::oneLine)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<String> named() {
        List<String> named = subject.timeline().claims().stream()
                .filter(claim ->
                        claim instanceof Reached said && said.milestone().equals(Milestone.ROOT_CAUSE))
                .map(claim -> (Reached) claim)
                .map(said ->
                        subject.time(said.claimed()) + ", " + subject.people().apply(said.who()) + ": "
                                + (said.text().isBlank() ? "the root cause is found" : said.text()))
                .toList();
        return named.isEmpty() ? List.of("Nobody named a root cause.") : named;
    }

    private List<String> resolution() {
        if (subject.timeline().firstApplied().isEmpty()) return List.of(nothingApplied());
        List<String> text = new ArrayList<>();
        subject.timeline().all(Repaired.class).stream()
                .map(repair -> "The rehearsal repaired it at " + subject.time(repair.at()) + ": "
                        + repair.what().change() + ".")
                .forEach(text::add);
        text.add(stamp(Milestone.MITIGATED, "every steady-state probe holds"));
        text.add(stamp(Milestone.RESTORED, "the steady state holds and the fault is gone"));
        List<Integer> applied = subject.timeline().all(Applied.class).stream()
                .map(fault -> fault.what().number())
                .toList();
        List<Integer> repaired = subject.timeline().all(Paid.class).stream()
                .filter(paid -> paid.what().payment() instanceof AlreadyRight right && !right.afterFailure())
                .map(paid -> paid.what().number())
                .filter(applied::contains)
                .toList();
        if (!repaired.isEmpty() && repaired.size() == applied.size())
            text.add("When Drillbook came to undo the fault, it found it repaired already.");
        else
            subject.timeline().all(Owed.class).stream()
                    .filter(owed -> repaired.contains(owed.what().number()))
                    .map(owed -> "When Drillbook came to undo it, it found repaired already: "
                            + owed.what().fault() + ".")
                    .forEach(text::add);
        return text;
    }

    private String nothingApplied() {
        if (subject.couldNotBeApplied()) return "Nothing was broken, so nothing was resolved.";
        if (subject.timeline().first(Owed.class).isPresent())
            return "Whether anything was broken is not recorded; Evidence says what was put back.";
        return subject.wasCalm()
                ? "Nothing was broken, so nothing was resolved."
                : "Drillbook broke nothing; what was wrong all the same, and how it was resolved, is not on record.";
    }

    private String unmeasured(String milestone) {
        return subject.timeline().all(MilestoneMet.class).stream()
                .filter(met -> met.what().milestone().equals(milestone))
                .reduce((before, last) -> last)
                .map(met -> "Measured as " + milestone + " at "
                        + subject.time(met.what().since()) + ", which did not last")
                .orElse("Never measured as " + milestone);
    }

    private String stamp(String milestone, String meaning) {
        Stamp stamp = subject.scorecard().stamp(milestone);
        if (stamp.at().isEmpty()) return unmeasured(milestone) + " (" + meaning + ").";
        String by = stamp.by().filter(By.DRILLBOOK::equals).isPresent() ? " by Drillbook, not by the team," : "";
        String held = subject.timeline().met(milestone).map(MilestoneMet::since).isPresent()
                ? ", and it held for " + Durations.inWords(subject.brief().holdFor())
                : "";
        return "Measured as " + milestone + by + " from "
                + subject.time(stamp.at().get()) + " on: " + meaning + held + ".";
    }
}

package dev.drillbook.report;

import dev.drillbook.report.Model.Alarm;
import dev.drillbook.report.Model.Verdict;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.score.GoalResult;
import dev.drillbook.score.Measure.NotAsked;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.ApplyFailed;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.WrittenOff;
import dev.drillbook.timeline.Stamped;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Endings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The line under the title, and what must be read before it. */
record VerdictSection(Subject subject, Outcome outcome) {
    static Verdict of(Subject subject) {
        VerdictSection section = new VerdictSection(subject, Outcome.of(subject));
        return new Verdict(section.outcome.tone(subject), section.word(), section.text());
    }

    private String word() {
        return outcome == Outcome.RESTORED_BY_TEAM ? outcome.word + " " + subject.team() : outcome.word;
    }

    private String text() {
        return switch (outcome) {
            case UNFINISHED -> "The journal has no last entry: what is told here ends where it breaks off.";
            case REFUSED -> "The drill was refused before anything was broken.";
            case NOTHING_BROKEN -> "This drill breaks nothing on purpose. " + alarms() + goals();
            case NOTHING_APPLIED -> "The drill was over (" + ending() + ") before anything was applied." + notCalm();
            case NOT_APPLICABLE ->
                "Nothing was broken: all that the fault would have changed was found as it should be. The drill was over ("
                        + ending() + ").";
            case RESTORED_BY_TEAM -> subject.metric("time-to-restore") + " after first impact." + goals();
            case RESTORED_BY_DRILLBOOK ->
                sentence(subject.team()) + " had not restored it when the drill was over (" + ending()
                        + "): Drillbook put it back at "
                        + subject.time(subject.scorecard()
                                .stamp(Milestone.RESTORED)
                                .at()
                                .orElseThrow()) + "." + goals();
            case BROKEN_BEFORE ->
                "The steady state was broken already when the first fault was applied, so what users felt of the fault"
                        + " cannot be told. The drill was over (" + ending() + ")." + goals();
            case WITHOUT_IMPACT -> "The drill was over (" + ending() + ")." + goals();
            case NOT_RESTORED -> "Restoration was never confirmed: the drill was over (" + ending() + ")." + goals();
        };
    }

    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String alarms() {
        if (subject.timeline().began().isEmpty()) return "It was over before it began.";
        return subject.metric("false-alarms").equals("0")
                ? "Nobody raised a false alarm."
                : "False alarms raised: " + subject.metric("false-alarms") + ".";
    }

    private String notCalm() {
        return subject.scorecard().metric("false-alarms").value() instanceof NotAsked no
                ? " Alarms are not called false: " + no.why() + "."
                : "";
    }

    private String goals() {
        List<GoalResult> judged = subject.scorecard().goals().stream()
                .filter(goal -> goal.met().isPresent())
                .toList();
        if (judged.isEmpty()) return "";
        long met = judged.stream().filter(GoalResult::isMet).count();
        return " Goals met: " + met + " of " + judged.size() + ".";
    }

    private String ending() {
        return subject.timeline().ending().map(Endings::inWords).orElse("unknown");
    }

    static List<Alarm> alarms(Subject subject) {
        List<Alarm> alarms = new ArrayList<>();
        if (!subject.damage().isEmpty())
            alarms.add(new Alarm(
                    "The record of this drill is damaged",
                    "What is told here may be wrong. Look for an untouched copy of it. Found:",
                    String.join("\n", subject.damage())));
        for (Owed owed : subject.timeline().undos().owed())
            alarms.add(new Alarm("Still owed: " + owed.fault(), whyOwed(subject, owed), owed.typed()));
        for (Stamped<WrittenOff> off : subject.timeline().all(WrittenOff.class)) alarms.add(writtenOff(subject, off));
        if (subject.timeline().undos().isOneUnread())
            alarms.add(new Alarm(
                    "It is not known whether everything was put back",
                    "A line of the journal that may say what is owed cannot be read any more. Look at the system.",
                    ""));
        subject.timeline().all(ApplyFailed.class).stream()
                .map(failed -> "A fault could not be applied: " + failed.what().why())
                .forEach(why -> alarms.add(new Alarm("The fault was not applied as planned", why, "")));
        subject.timeline().abort().ifPresent(aborted -> alarms.add(aborted(subject, aborted)));
        return alarms;
    }

    private static String whyOwed(Subject subject, Owed owed) {
        String why = subject.timeline()
                .undos()
                .whyOwed(owed.number())
                .orElse("no entry of the journal says that it was undone");
        return "This could not be undone (" + why + "). Run drillbook undo "
                + subject.timeline().opened().drill() + ", or put it back by hand:";
    }

    private static Alarm writtenOff(Subject subject, Stamped<WrittenOff> off) {
        Optional<Owed> owed = subject.timeline().all(Owed.class).stream()
                .map(Stamped::what)
                .filter(one -> one.number() == off.what().number())
                .findFirst();
        String text = "Drillbook did not undo it. At " + subject.time(off.at()) + " "
                + subject.people().apply(off.what().who()) + " answered for it that nobody will: "
                + off.what().why() + ". The undo was:";
        String fault = owed.map(Owed::fault).orElse("undo " + off.what().number() + ", which cannot be read any more");
        return new Alarm("Written off: " + fault, text, owed.map(Owed::typed).orElse(""));
    }

    private static Alarm aborted(Subject subject, Stamped<Aborted> entry) {
        Aborted aborted = entry.what();
        String why = aborted.why().isBlank() ? "" : ": " + aborted.why();
        String text =
                subject.people().apply(aborted.who()) + " aborted the drill" + why + "." + soon(subject, entry.at());
        return aborted.real()
                ? new Alarm("A real incident began during this drill", text, "")
                : new Alarm("Aborted", text, "");
    }

    /** From the word until everything was undone, and until the world was seen to be well. */
    private static String soon(Subject subject, Instant word) {
        return subject.timeline()
                .undos()
                .paidAt()
                .map(at -> " Everything was put back " + Durations.inWords(Duration.between(word, at))
                        + " after the word"
                        + subject.timeline()
                                .undos()
                                .verifiedAt()
                                .map(seen -> ", and the steady state was verified "
                                        + Durations.inWords(Duration.between(word, seen)) + " after it.")
                                .orElse("."))
                .orElse("");
    }
}

package dev.drillbook.report;

import dev.drillbook.report.Model.Moment;
import dev.drillbook.report.chart.Clock;
import dev.drillbook.score.DeadEnd;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Claim.Escalated;
import dev.drillbook.timeline.Claim.RoleTaken;
import dev.drillbook.timeline.Claim.Suspected;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.AlertResolved;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.ApplyFailed;
import dev.drillbook.timeline.Happening.Checked;
import dev.drillbook.timeline.Happening.FaultGone;
import dev.drillbook.timeline.Happening.GuardTookOver;
import dev.drillbook.timeline.Happening.HintGiven;
import dev.drillbook.timeline.Happening.Injected;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Happening.MilestoneWithdrawn;
import dev.drillbook.timeline.Happening.NotSent;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.PaybackBegan;
import dev.drillbook.timeline.Happening.ProbeTurned;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.timeline.Happening.TookHold;
import dev.drillbook.timeline.Happening.WrittenOff;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened and what people said of it, in the order in which it was so, each told apart from the other. */
record TimelineSection(Subject subject, Sentences sentences) {
    /** Truth, the words of people, and what the exercise did. */
    private enum Sort {
        MEASURED("measured"),
        CLAIM("claim"),
        DEAD_END("dead end"),
        ESCALATION("escalation"),
        ALERT("alert"),
        FAULT("fault"),
        PUT_BACK("put back"),
        HINT("hint"),
        INJECT("inject"),
        EXERCISE("exercise");

        private final String word;

        Sort(String word) {
            this.word = word;
        }
    }

    private static final Map<Class<?>, Sort> SORTS = Map.ofEntries(
            Map.entry(Checked.class, Sort.MEASURED),
            Map.entry(TookHold.class, Sort.MEASURED),
            Map.entry(FaultGone.class, Sort.MEASURED),
            Map.entry(ProbeTurned.class, Sort.MEASURED),
            Map.entry(MilestoneMet.class, Sort.MEASURED),
            Map.entry(MilestoneWithdrawn.class, Sort.MEASURED),
            Map.entry(AlertFired.class, Sort.ALERT),
            Map.entry(AlertResolved.class, Sort.ALERT),
            Map.entry(Applied.class, Sort.FAULT),
            Map.entry(ApplyFailed.class, Sort.FAULT),
            Map.entry(GuardTookOver.class, Sort.PUT_BACK),
            Map.entry(PaybackBegan.class, Sort.PUT_BACK),
            Map.entry(Paid.class, Sort.PUT_BACK),
            Map.entry(StaysOwed.class, Sort.PUT_BACK),
            Map.entry(WrittenOff.class, Sort.PUT_BACK),
            Map.entry(HintGiven.class, Sort.HINT),
            Map.entry(Injected.class, Sort.INJECT),
            Map.entry(Escalated.class, Sort.ESCALATION));

    /** Told under "Evidence". */
    private static final Set<Class<?>> ELSEWHERE = Set.of(Owed.class, NotSent.class);

    static List<Moment> of(Subject subject) {
        return new TimelineSection(subject, subject.sentences()).moments();
    }

    private List<Moment> moments() {
        Map<String, Class<?>> told = new HashMap<>();
        return subject.timeline().entries().stream()
                .filter(entry -> !ELSEWHERE.contains(entry.what().getClass()))
                .filter(entry -> isNews(entry, told))
                .sorted(Comparator.comparing(TimelineSection::when))
                .map(this::moment)
                .toList();
    }

    /** That a probe holds is news only after it did not; what it said before the drill began is its warming up. */
    private boolean isNews(Entry entry, Map<String, Class<?>> told) {
        if (!(entry.what() instanceof ProbeTurned turned)) return true;
        if (entry.at().isBefore(subject.zero())) return false;
        Class<?> now = turned.verdict().getClass();
        Class<?> before = told.put(turned.probe(), now);
        return before == null ? !turned.verdict().holds() : before != now;
    }

    /** When it was so, which may be before it was recorded. */
    private static Instant when(Entry entry) {
        if (entry.what() instanceof Claim claim) return claim.claimed();
        return entry.what() instanceof MilestoneMet met ? met.since() : entry.at();
    }

    private Moment moment(Entry entry) {
        Sort sort = sort(entry.what());
        Instant at = when(entry);
        return new Moment(
                subject.time(at),
                Clock.words(subject.clock(at)),
                sort.word,
                sort.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                text(entry),
                note(entry));
    }

    private Sort sort(Happening what) {
        if (what instanceof Suspected said && deadEnd(said).isPresent()) return Sort.DEAD_END;
        return SORTS.getOrDefault(what.getClass(), what instanceof Claim ? Sort.CLAIM : Sort.EXERCISE);
    }

    private Optional<DeadEnd> deadEnd(Suspected said) {
        return subject.scorecard().deadEnds().stream()
                .filter(end -> end.number() == said.number())
                .findFirst();
    }

    private String text(Entry entry) {
        if (entry.what() instanceof RoleTaken role && subject.naming() == Subject.Naming.ROLES)
            return "The role " + role.role() + " is taken";
        return sentences.of(entry).orElse("");
    }

    private String note(Entry entry) {
        Stream<String> deadEnd =
                entry.what() instanceof Suspected said ? deadEnd(said).map(this::inWords).stream() : Stream.empty();
        return Stream.concat(deadEnd, recorded(entry)).collect(Collectors.joining("; "));
    }

    private Stream<String> recorded(Entry entry) {
        Duration later = Duration.between(when(entry), entry.at());
        if (later.compareTo(Duration.ofSeconds(1)) < 0) return Stream.empty();
        String how = entry.what() instanceof MilestoneMet ? "confirmed at " : "received at ";
        return Stream.of(how + subject.time(entry.at()));
    }

    private String inWords(DeadEnd end) {
        return "ended after " + Durations.inWords(Duration.between(end.from(), end.to())) + ", at "
                + subject.time(end.to()) + (end.inferred() ? " (inferred)" : "");
    }
}

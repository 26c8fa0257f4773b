package dev.drillbook.score;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Hypothesis;
import dev.drillbook.timeline.Hypothesis.Fate;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Numbers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time spent on a hypothesis that led nowhere.
 *
 * @param inferred whether no entry closed it: it ends at the next hypothesis or the root cause then
 */
public record DeadEnd(int number, String text, Instant from, Instant to, boolean inferred) {
    /** By number. One that is open with nothing after it may yet be right: it is no dead end. */
    static List<DeadEnd> in(Timeline timeline) {
        List<Hypothesis> all = timeline.hypotheses();
        Optional<Instant> rootCause = timeline.claimed(Milestone.ROOT_CAUSE);
        return all.stream()
                .filter(one -> one.fate() != Fate.CONFIRMED)
                .flatMap(one -> one
                        .to()
                        .map(to -> new DeadEnd(one.number(), one.text(), one.from(), later(one.from(), to), false))
                        .or(() -> next(one, all, rootCause)
                                .map(to -> new DeadEnd(one.number(), one.text(), one.from(), to, true)))
                        .stream())
                .toList();
    }

    /** Such as {@code 1 dead end}, {@code 2 inferred dead ends}, {@code 2 dead ends and 1 inferred one}. */
    public static String count(List<DeadEnd> ends) {
        long inferred = ends.stream().filter(DeadEnd::inferred).count();
        long closed = ends.size() - inferred;
        if (inferred == 0) return Numbers.count(closed, "dead end", "dead ends");
        if (closed == 0) return Numbers.count(inferred, "inferred dead end", "inferred dead ends");
        return Numbers.count(closed, "dead end", "dead ends") + " and "
                + Numbers.count(inferred, "inferred one", "inferred ones");
    }

    private static Optional<Instant> next(Hypothesis one, List<Hypothesis> all, Optional<Instant> rootCause) {
        return Stream.concat(all.stream().map(Hypothesis::from), rootCause.stream())
                .filter(at -> at.isAfter(one.from()))
                .min(Instant::compareTo);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package dev.drillbook.score;

import static dev.drillbook.runbook.Milestone.MITIGATED;
import static dev.drillbook.runbook.Milestone.RESTORED;
import static dev.drillbook.runbook.Milestone.ROOT_CAUSE;

import dev.drillbook.score.Stamp.By;
import dev.drillbook.timeline.Breach;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Happening.MilestoneWithdrawn;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.PaybackBegan;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How it ended, and what it cost users. */
record Recovering(Timeline timeline, Scorecard card, Moments moments) {
    List<Observation> observations() {
        return Stream.of(
                        byDrillbook(),
                        cameBack(),
                        claimedTooSoon(),
                        stillBroken(),
                        masked(),
                        healedUnexplained(),
                        fewTouched())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Observation> byDrillbook() {
        Stamp restored = card.stamp(RESTORED);
        if (restored.by().filter(By.DRILLBOOK::equals).isEmpty()) return Optional.empty();
        return Optional.of(Observation.badly(
                "The team did not restore it: Drillbook put it back at "
                        + moments.times().time(restored.at().orElseThrow()) + ".",
                "time-to-restore"));
    }

    private Optional<Observation> cameBack() {
        int times = timesBrokenAgain();
        if (times == 0) return Optional.empty();
        return Optional.of(Observation.badly(
                "It seemed mitigated and broke again (" + Numbers.count(times, "time", "times") + ").",
                "time-to-mitigate"));
    }

    /** What the plan's next fault broke, or Drillbook's putting back, did not come back. */
    private int timesBrokenAgain() {
        int times = 0;
        boolean byPlan = false;
        for (Entry entry : timeline.entries()) {
            if (entry.what() instanceof PaybackBegan) break;
            if (entry.what() instanceof Owed || entry.what() instanceof Applied) byPlan = true;
            if (entry.what() instanceof MilestoneMet met && met.milestone().equals(MITIGATED)) byPlan = false;
            if (entry.what() instanceof MilestoneWithdrawn gone
                    && gone.milestone().equals(MITIGATED)
                    && !byPlan) times++;
        }
        return times;
    }

    private Optional<Observation> claimedTooSoon() {
        return Stream.of(RESTORED, MITIGATED)
                .map(milestone -> "claim-error-" + milestone)
                .filter(id -> card.metric(id).value() instanceof Measure.Span error
                        && error.length().isNegative())
                .findFirst()
                .map(id -> Observation.badly(
                        "'" + id.substring("claim-error-".length()) + "' was claimed "
                                + Durations.inWords(
                                        ((Measure.Span) card.metric(id).value())
                                                .length()
                                                .abs())
                                + " before it was so.",
                        id));
    }

    private Optional<Observation> stillBroken() {
        if (!timeline.isClosed() || timeline.breaches().stream().noneMatch(Breach::open)) return Optional.empty();
        return Optional.of(Observation.badly("The steady state was still broken at the end.", "breach-length"));
    }

    private Optional<Observation> masked() {
        if (timeline.tookHold().isEmpty() || timeline.firstImpact().isPresent() || timeline.wasBroken())
            return Optional.empty();
        if (!timeline.heldSinceApplied(moments.over())) return Optional.empty();
        return Optional.of(Observation.lucky(
                "The fault took hold at "
                        + moments.times().time(timeline.tookHold().get())
                        + ", and the steady state never broke: something masked it.",
                "breach-length"));
    }

    private Optional<Observation> healedUnexplained() {
        if (card.stamp(MITIGATED).by().filter(By.TEAM::equals).isEmpty()) return Optional.empty();
        boolean explained = timeline.reached(ROOT_CAUSE)
                .filter(cause -> !cause.isAfter(card.stamp(MITIGATED).at().orElseThrow()))
                .isPresent();
        if (explained) return Optional.empty();
        return Optional.of(Observation.lucky(
                "It was mitigated at "
                        + moments.times().time(card.stamp(MITIGATED).at().orElseThrow())
                        + ", before anyone had named the root cause.",
                "time-to-mitigate"));
    }

    private Optional<Observation> fewTouched() {
        if (!(card.metric("share-touched").value() instanceof Measure.Part part)) return Optional.empty();
        if (part.share() <= 0 || part.share() >= 0.5) return Optional.empty();
        return Optional.of(
                Observation.lucky(Numbers.share(1 - part.share()) + " of users never met it.", "share-touched"));
    }
}

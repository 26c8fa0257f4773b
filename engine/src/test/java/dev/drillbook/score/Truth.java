package dev.drillbook.score;

import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Happening.ProbeTurned;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Stamps mitigation as a drill's loop does: confirmed once the steady state held for 20 s after the first impact. */
final class Truth {
    private static final int HOLD_FOR = 20;

    private final TimelineBuilder drill;
    private final Map<String, Verdict> verdicts = new TreeMap<>();
    private boolean applied;
    private boolean breached;
    private boolean struck;
    private boolean standing;
    private boolean payingBack;
    private Instant holdsSince;

    Truth(TimelineBuilder drill) {
        this.drill = drill;
    }

    void beginToApply(Instant now) {
        applied = true;
        drill.at(now).beginsToApply("bad cache configuration");
    }

    void payback() {
        payingBack = true;
    }

    void turn(Instant now, String probe, String word) {
        Verdict verdict = word.equals("broken")
                ? new Verdict.Broken("24 %")
                : word.equals("holds") ? new Verdict.Holds("0 %") : new Verdict.Unknown("not measured");
        verdicts.put(probe, verdict);
        drill.at(now).says(new ProbeTurned(probe, verdict));
        boolean broken = verdicts.values().stream().anyMatch(Verdict::breaches);
        if (broken && !breached && applied) struck = true;
        breached = broken;
        if (broken && standing && !payingBack) withdraw();
        if (!verdicts.values().stream().allMatch(Verdict::holds)) holdsSince = null;
        else if (holdsSince == null) holdsSince = now;
    }

    void confirm(Instant now) {
        if (holdsSince == null || !struck || standing || !wasConfirmedBy(now)) return;
        standing = true;
        drill.at(holdsSince.plusSeconds(HOLD_FOR))
                .says(new MilestoneMet("mitigated", holdsSince, payingBack))
                .says(new MilestoneMet("restored", holdsSince, payingBack));
    }

    private boolean wasConfirmedBy(Instant now) {
        return !holdsSince.plusSeconds(HOLD_FOR).isAfter(now);
    }

    private void withdraw() {
        standing = false;
        drill.withdraws("mitigated").withdraws("restored");
    }
}

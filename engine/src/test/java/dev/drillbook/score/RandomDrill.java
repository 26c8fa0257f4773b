package dev.drillbook.score;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static dev.drillbook.timeline.TimelineBuilder.clock;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A drill in which anything may happen, at any time, in any order; mitigation is stamped as DESIGN defines it. */
final class RandomDrill {
    private static final List<String> PROBES = List.of("stale", "errors");
    private static final List<String> ALERTS = List.of("StaleAnswers", "Errors", "DiskFull");
    private static final List<String> TEXTS = List.of("database", "cache", "", "1", "2", "Cache ");

    private final Random random;
    private final TimelineBuilder drill = aTimeline()
            .withGoal("detected", Duration.ofMinutes(5))
            .expectingAlert("StaleAnswers", Duration.ofMinutes(1))
            .expectingAlert("Errors", Duration.ofMinutes(4));
    private final Truth truth = new Truth(drill);
    private Instant now = clock("10:00:00");
    private final List<Integer> applying = new ArrayList<>();
    private int faults;
    private int suspected;

    private RandomDrill(long seed) {
        random = new Random(seed);
    }

    static Timeline of(long seed) {
        return new RandomDrill(seed).told();
    }

    private Timeline told() {
        for (String probe : PROBES) truth.turn(now, probe, "holds");
        for (int i = random.nextInt(70); i >= 0; i--) {
            passTime();
            happen(random.nextInt(16));
        }
        while (!applying.isEmpty()) apply();
        if (random.nextInt(4) > 0) end();
        return drill.build();
    }

    private void passTime() {
        Instant until = now.plusNanos(random.nextLong(30_000_000_000L));
        for (Instant at = now; at.isBefore(until); at = at.plusMillis(1003)) read(at);
        now = until;
        truth.confirm(now);
        drill.at(now);
        if (!applying.isEmpty() && random.nextInt(3) == 0) apply();
    }

    private void beginToApply() {
        truth.beginToApply(now);
        applying.add(++faults);
        if (random.nextBoolean()) apply();
    }

    /** A later one may be done before an earlier one. */
    private void apply() {
        drill.applied(applying.remove(random.nextInt(applying.size())));
    }

    private void read(Instant at) {
        if (random.nextInt(20) == 0) return;
        Map<String, Double> values = random.nextInt(20) == 0
                ? Map.of("traffic.users", 300.0)
                : Map.of("traffic.users", 300.0, "traffic.affected", random.nextDouble());
        drill.at(at);
        if (random.nextInt(3) == 0) drill.reads(values, random.nextInt(300), random.nextInt(300));
        else drill.reads(values);
    }

    private void happen(int what) {
        if (what < 5) truth.turn(now, pick(PROBES), pick(List.of("broken", "holds", "holds", "unknown")));
        else if (what == 5) beginToApply();
        else if (what == 6) drill.hints("look there");
        else if (what < 10) drill.says(new Claim.Reached("kim", before(), pick(Milestone.USUAL), pick(TEXTS)));
        else if (what < 12) drill.says(new Claim.Suspected("kim", before(), ++suspected, pick(TEXTS)));
        else if (what == 12) drill.says(new Claim.RuledOut("kim", before(), 1 + random.nextInt(suspected + 1)));
        else if (what == 13) drill.escalates("the database team");
        else if (what == 14) drill.says(new Happening.AlertFired(pick(ALERTS), "", Map.of(), before()));
        else drill.injects("support", "a complaint");
    }

    private void end() {
        passTime();
        Ending ending = pick(List.of(Ending.values()));
        boolean died = random.nextInt(4) == 0;
        if (died) isFoundDead();
        truth.payback();
        if (random.nextBoolean()) drill.putsBack(ending);
        else drill.says(new Happening.PaybackBegan(ending));
        if (!died) passTime();
        if (!died && random.nextBoolean()) happen(6 + random.nextInt(3));
        if (!died && random.nextBoolean()) truth.turn(now, pick(PROBES), pick(List.of("broken", "holds")));
        drill.closes(ending);
        if (random.nextInt(4) == 0) isPaidLater();
    }

    /** By its guard at once, or by somebody in the morning. */
    private void isFoundDead() {
        drill.dies();
        if (random.nextBoolean()) drill.says(new Happening.GuardTookOver(pick(List.of(Happening.Cause.values()))));
        else now = now.plus(Duration.ofHours(15));
        drill.at(now);
    }

    private void isPaidLater() {
        drill.dies().at(now.plus(Duration.ofDays(7)));
        drill.says(new Happening.WrittenOff(1, "kim", "scrapped"));
    }

    /** Half of all claims name a time up to two minutes before they were made. */
    private Instant before() {
        return random.nextBoolean() ? now : now.minusNanos(random.nextLong(120_000_000_000L));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

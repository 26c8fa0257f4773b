package dev.drillbook.undo;

import dev.drillbook.timeline.Brief;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a fault outlived its lease, the drill's time limit, though its engine seems to live. Counted by a clock that
 * never jumps, from when the drill was first seen to run. An engine that is late is given some time of grace, and one
 * that is paying the time that payback may take.
 */
final class Leases {
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** As often as an undo may be tried, and once more. */
    private static final int TRIES = 4;

    private final Map<Integer, Duration> toPay = new HashMap<>();
    private Long runningSince;
    private Long payingSince;

    /** @param ticks nanoseconds, of the same clock at each call */
    boolean isOver(Timeline timeline, long ticks) {
        List<Owed> owed = owed(timeline);
        owed.forEach(one -> toPay.put(one.number(), one.undo().patience().multipliedBy(TRIES)));
        if (timeline.began().isPresent() && runningSince == null) runningSince = ticks;
        if (timeline.over().isPresent() && payingSince == null) payingSince = ticks;
        if (payingSince != null && ticks - payingSince < toPay().toNanos()) return false;
        return !owed.isEmpty()
                && runningSince != null
                && ticks - runningSince > life(timeline.brief()).toNanos();
    }

    /** Without what the engine could not pay and told: it is at work. */
    private static List<Owed> owed(Timeline timeline) {
        Set<Integer> told = timeline.all(StaysOwed.class).stream()
                .map(entry -> entry.what().number())
                .collect(Collectors.toSet());
        return timeline.undos().owed().stream()
                .filter(one -> !told.contains(one.number()))
                .toList();
    }

    private Duration toPay() {
        return toPay.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration life(Brief brief) {
        return brief.timeLimit().plus(brief.holdFor()).plus(GRACE);
    }
}

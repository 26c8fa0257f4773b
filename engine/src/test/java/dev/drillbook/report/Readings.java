package dev.drillbook.report;

import dev.drillbook.timeline.Second;
import dev.drillbook.timeline.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What three hundred users measure while a third of them meet a bad server. */
final class Readings {
    private static final int USERS = 300;

    private Readings() {}

    /** @param seconds in all @param bad the first bad second @param good the first good one again */
    static Series of(int seconds, int bad, int good) {
        Random random = new Random(7);
        List<Second> all = new ArrayList<>();
        int touched = 0;
        for (int t = 1; t <= seconds; t++) {
            boolean broken = t > bad && t <= good;
            double ramp = Math.min(1, (t - bad) / 25.0);
            int requests = 290 + random.nextInt(20);
            int stale = broken ? (int) (requests * 0.26 * ramp * (0.9 + random.nextDouble() * 0.2)) : 0;
            int errors = broken ? random.nextInt(9) : 0;
            List<Integer> met = new ArrayList<>();
            for (int i = 0; broken && i < 4 && touched < 102; i++) met.add(touched++);
            Map<String, Double> values = new HashMap<>();
            values.put("traffic.requests", (double) requests);
            values.put("traffic.errors", errors / (double) requests);
            values.put("traffic.stale", stale / (double) requests);
            values.put("traffic.p99", (broken ? 0.12 : 0.02) + random.nextDouble() * (broken ? 0.16 : 0.015));
            values.put("traffic.users", (double) USERS);
            values.put("traffic.affected", Math.min(1, (stale + errors) / (double) USERS));
            values.put("traffic.touched", touched / (double) USERS);
            all.add(new Second(Drills.time(t), values, met, Map.of()));
        }
        return new Series(all);
    }
}

package dev.drillbook.traffic;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Who asks for what and when: visits of random users at random moments (a Poisson process). A visit fires all its parts
 * at once, as a browser does; it is these bursts that a pool which is just large enough on average cannot take.
 *
 * <p>The rate rises in the warm-up and is constant from then on: a site that was just started is cold, and the full
 * rate at once would queue up what it then takes long to work off.
 */
final class Schedule {
    /**
     * Of how many parts a visit is, and which share of the visits is so. A pool that is too small fails the rare large
     * ones on every machine, however fast, and hardly ever fails the small ones: so its errors say little of the machine.
     * Several visits a second are of five parts or more, because a fast machine builds two to four pages one after the
     * other before anybody has waited too long: of smaller ones alone, its bad server would be hardly slower than the rest.
     */
    private static final Map<Integer, Double> VISITS =
            new TreeMap<>(Map.of(1, 0.74, 2, 0.12, 5, 0.1, 8, 0.03, 16, 0.01));

    private static final double MEAN_PARTS = VISITS.entrySet().stream()
            .mapToDouble(visits -> visits.getKey() * visits.getValue())
            .sum();

    private static final double FIRST_RATE = 0.1;

    private final Load load;
    private final List<String> paths;
    private final SplittableRandom random;
    private double at;
    private int user;
    private int partsLeft;

    Schedule(Load load, List<String> paths) {
        this.load = load;
        this.paths = paths;
        this.random = new SplittableRandom(load.seed());
    }

    /** The next request, in the order in which they are due. */
    Due next() {
        if (partsLeft == 0) beginVisit();
        partsLeft--;
        return new Due((long) at, user, paths.get(random.nextInt(paths.size())));
    }

    private void beginVisit() {
        double visitsPerSecond = risen() * load.requestsPerSecond() / MEAN_PARTS;
        at += -Math.log(1 - random.nextDouble()) / visitsPerSecond * Beginning.SECOND;
        user = random.nextInt(load.users());
        partsLeft = parts(random.nextDouble());
    }

    private double risen() {
        double warmUp = load.warmUp().toNanos();
        return at >= warmUp ? 1 : FIRST_RATE + (1 - FIRST_RATE) * at / warmUp;
    }

    private static int parts(double dice) {
        double left = dice;
        for (var visits : VISITS.entrySet()) {
            left -= visits.getValue();
            if (left < 0) return visits.getKey();
        }
        return 1; // the shares' sum is a rounding short of 1
    }
}

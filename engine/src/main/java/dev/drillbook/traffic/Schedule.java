package dev.drillbook.traffic;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Who asks for what and when: visits of random users at random moments (a Poisson process). A visit fires all its parts
 * at once, as a browser does; it is these bursts that a pool which is just large enough on average cannot take.
 *
 * <p>The rate rises in the warm-up and is constant from then on: a site that was just started is cold, and the full
 * rate at once would queue up what it then takes long to work off.
 */
final class Schedule {
    private static final double MEAN_PARTS = 0.72 + 2 * 0.15 + 4 * 0.10 + 6 * 0.03;

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
        if (dice < 0.72) return 1;
        if (dice < 0.72 + 0.15) return 2;
        return dice < 0.72 + 0.15 + 0.10 ? 4 : 6;
    }
}

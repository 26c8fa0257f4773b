package dev.drillbook.slack.loopback;

import java.util.concurrent.atomic.AtomicInteger;

/** True each nth time. */
final class Every {
    private final int nth;
    private final AtomicInteger count = new AtomicInteger();

    /** @param nth 1 for always, 0 for never */
    Every(int nth) {
        this.nth = nth;
    }

    static Every never() {
        return new Every(0);
    }

    boolean now() {
        return nth > 0 && count.incrementAndGet() % nth == 0;
    }
}

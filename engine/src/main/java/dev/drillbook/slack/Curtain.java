package dev.drillbook.slack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Falls once, when the telling is to end; what waits meanwhile waits no longer. */
final class Curtain implements Outbox.Pause {
    private final CountDownLatch down = new CountDownLatch(1);

    void fall() {
        down.countDown();
    }

    boolean isDown() {
        return down.getCount() == 0;
    }

    /** @throws InterruptedException when it falls meanwhile */
    @Override
    public void last(Duration time) throws InterruptedException {
        if (down.await(time.toMillis(), TimeUnit.MILLISECONDS)) throw new InterruptedException("the curtain fell");
    }
}

package dev.drillbook.slack;

import dev.drillbook.control.LiveDrill;
import java.util.concurrent.CountDownLatch;

/** Keeps a drill from writing, as a slow disk would, until it is closed. */
final class BusyLoop implements AutoCloseable {
    private final CountDownLatch end = new CountDownLatch(1);

    private BusyLoop() {}

    /** Its journal is held as by an append that waits for the disk. */
    static BusyLoop of(LiveDrill drill) throws InterruptedException {
        BusyLoop loop = new BusyLoop();
        CountDownLatch held = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        Object journal = field(field(drill, "running"), "journal");
                        synchronized (journal) {
                            held.countDown();
                            loop.end.await();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "slow disk");
        thread.setDaemon(true);
        thread.start();
        held.await();
        return loop;
    }

    private static Object field(Object of, String name) {
        try {
            var field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}

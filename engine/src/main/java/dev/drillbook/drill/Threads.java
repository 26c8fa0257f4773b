package dev.drillbook.drill;

import dev.drillbook.timeline.Happening.Ending;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands that are threads. */
final class Threads implements Hands {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private final Mailbox mailbox;
    private final ExecutorService pool = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "drill hands");
        thread.setDaemon(true);
        return thread;
    });

    Threads(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void start(String name, Callable<Message> work) {
        pool.execute(() -> {
            try {
                mailbox.post(work.call());
            } catch (Exception | Error e) {
                LOG.error("{} ended in a defect", name, e);
                mailbox.post(new Message.Stop("a defect in Drillbook while " + name + ": " + e, Ending.DEFECT));
            }
        });
    }

    @Override
    public void letGo(Duration patience) {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS))
                LOG.warn("work still hangs after {} s; its undo is paid all the same", patience.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

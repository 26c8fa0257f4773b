package dev.drillbook.cli;

import dev.drillbook.control.Door;
import dev.drillbook.control.Exit;
import dev.drillbook.control.Serving;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Everything that must go on without anybody at a terminal. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Start drills by the calendar, and take calls, until a signal ends it.",
        footer = {
            "Reads drillbook.yaml, and refuses to start when it has mistakes. What drills of a dead engine still owe is",
            "paid first. SIGTERM and SIGINT end running drills; everything is put back first."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Workplace place;

    ServeCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() throws Exception {
        CountDownLatch awaited = new CountDownLatch(1);
        EndingSignal signal = EndingSignal.caught(awaited::countDown, () -> LOG.warn("still putting things back"));
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try (Serving serving = place.serving().get()) {
            boolean isPaid;
            try {
                for (Door door : serving.doors()) open.push(door.open(serving.drills()));
                LOG.info("ready");
                awaited.await();
                LOG.info("{}: ending", signal.name().orElseThrow());
                isPaid = serving.drills().end(signal.name().orElseThrow());
            } finally {
                serving.drills().end("drillbook serve ends"); // whatever ended it; nothing is left to do after a signal
                while (!open.isEmpty()) open.pop().close();
            }
            // asked last of all: of drills of the past too, which a door may have been paying until it closed
            return isPaid && serving.drills().owed() == 0 ? signal.exit() : Exit.STILL_OWED.code();
        }
    }
}

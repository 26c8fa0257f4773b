package dev.drillbook.control;

import dev.drillbook.drill.Saying;
import dev.drillbook.environment.StopSwitch;
import dev.drillbook.environment.StopSwitch.Thrown;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks twice a second, beside a running drill, whether every drill is to be stopped. */
final class StopWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StopWatch.class);
    private static final Duration PACE = Duration.ofMillis(500);

    private StopWatch() {}

    static void over(LiveDrill drill, StopSwitch stop) {
        Thread thread = new Thread(() -> watch(drill, stop), "stop switch of " + drill.id());
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(LiveDrill drill, StopSwitch stop) {
        while (!drill.isOver()) {
            Optional<Thrown> thrown = stop.thrown();
            if (thrown.isPresent()) {
                abort(drill, thrown.get());
                return;
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private static void abort(LiveDrill drill, Thrown thrown) {
        try {
            drill.say(thrown.who(), said(thrown.why()));
        } catch (RuntimeException e) {
            LOG.warn("drill {}: {}", drill.id(), e.getMessage());
            drill.stop("every drill is to stop"); // whatever kept it from being recorded must not keep it going
        }
    }

    /** What one says who aborts a drill for that reason: {@code real} stays the first word, where it is looked for. */
    private static Utterance said(String reason) {
        Saying.Abort meant = Verb.abort(reason.strip());
        String why = "every drill is to stop" + (meant.why().isBlank() ? "" : ": " + meant.why());
        return new Utterance(Verb.ABORT, meant.real() ? "real " + why : why, Optional.empty());
    }
}

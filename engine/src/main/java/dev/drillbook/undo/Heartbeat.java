package dev.drillbook.undo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * What a guard hears of its engine through the pipe. Only time in which the guard itself ran counts as silence: a
 * machine that slept, or had no time for either of them, accuses nobody.
 */
final class Heartbeat {
    private boolean isHeard;
    private boolean isOver;
    private Duration silence = Duration.ZERO;

    private Heartbeat() {}

    static Heartbeat of(InputStream pipe) {
        Heartbeat heartbeat = new Heartbeat();
        Thread ear = new Thread(() -> heartbeat.hear(pipe), "ear");
        ear.setDaemon(true);
        ear.start();
        return heartbeat;
    }

    private void hear(InputStream pipe) {
        byte[] beats = new byte[64];
        try {
            while (pipe.read(beats) >= 0) heard(false);
        } catch (IOException e) {
            // the same as its end
        }
        heard(true);
    }

    private synchronized void heard(boolean end) {
        isHeard = true;
        isOver |= end;
        notifyAll();
    }

    /** Listens until something is heard, and no longer than that. @return whether something was */
    synchronized boolean listens(Duration tick) throws InterruptedException {
        if (!isHeard) wait(tick.toMillis());
        boolean heard = isHeard;
        silence = heard ? Duration.ZERO : silence.plus(tick);
        isHeard = isOver;
        return heard;
    }

    /** Whether the pipe is closed: the engine let go of it, or is gone. */
    synchronized boolean isOver() {
        return isOver;
    }

    /** Since it was last heard. */
    synchronized Duration silence() {
        return silence;
    }
}

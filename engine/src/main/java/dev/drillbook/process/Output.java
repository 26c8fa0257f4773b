package dev.drillbook.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.exec.ExecuteStreamHandler;

/**
 * Reads what a command writes. Once the command itself has ended, it waits only a moment for the rest: a grandchild may
 * hold the stream open for ever.
 */
final class Output implements ExecuteStreamHandler {
    private static final Duration REST = Duration.ofSeconds(1);

    private final Kept kept;
    private final boolean errors;
    private final List<Thread> readers = new ArrayList<>();

    /** @param errors whether standard error is kept too */
    Output(int limit, boolean errors) {
        kept = new Kept(limit);
        this.errors = errors;
    }

    String text() {
        return kept.text();
    }

    @Override
    public void setProcessInputStream(OutputStream input) throws IOException {
        input.close();
    }

    @Override
    public void setProcessOutputStream(InputStream stream) {
        readers.add(Run.daemon(() -> read(stream, true)));
    }

    @Override
    public void setProcessErrorStream(InputStream stream) {
        readers.add(Run.daemon(() -> read(stream, errors)));
    }

    /** To its end also where nothing is kept, so that the command never waits. */
    private void read(InputStream stream, boolean keep) {
        byte[] some = new byte[8192];
        try {
            for (int n = stream.read(some); n >= 0; n = stream.read(some)) if (keep) kept.add(some, n);
        } catch (IOException e) {
            // closed under us: the command has ended
        }
    }

    @Override
    public void start() {
        readers.forEach(Thread::start);
    }

    @Override
    public void stop() {
        long deadline = System.nanoTime() + REST.toNanos();
        try {
            for (Thread reader : readers)
                reader.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

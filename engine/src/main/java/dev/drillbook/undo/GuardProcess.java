package dev.drillbook.undo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One guard, as its engine sees it: a process at the other end of a pipe. */
final class GuardProcess {
    /** The line that a guard says when it can pay. */
    static final String READY = "ready";

    /** The line with which it answers when it hears its engine. */
    static final String ANSWER = "heard";

    /** As many beats without an answer are taken for a frozen guard; counted, for an engine that slept accuses nobody. */
    private static final int MOST_UNANSWERED = 20;

    private static final Duration TO_DIE = Duration.ofSeconds(5);

    private final Process process;
    private final CountDownLatch readyOrEnded = new CountDownLatch(1);
    private volatile boolean isReady;
    private volatile String lastLine = "";
    private final AtomicInteger unanswered = new AtomicInteger();

    private GuardProcess(Process process) {
        this.process = process;
    }

    static GuardProcess start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        GuardProcess guard = new GuardProcess(builder.start());
        Thread reader = new Thread(guard::listen, "guard's words");
        reader.setDaemon(true);
        reader.start();
        return guard;
    }

    /** To its end, so that it never waits for a reader. */
    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) hear(line);
        } catch (IOException e) {
            // it ended
        } finally {
            readyOrEnded.countDown();
        }
    }

    private void hear(String line) {
        if (line.equals(READY)) {
            isReady = true;
            readyOrEnded.countDown();
        } else if (line.equals(ANSWER)) {
            unanswered.set(0);
        } else if (!line.isBlank()) {
            lastLine = line.strip();
        }
    }

    boolean isReadyWithin(Duration patience) throws InterruptedException {
        if (!readyOrEnded.await(patience.toMillis(), TimeUnit.MILLISECONDS)) return false;
        if (!isReady)
            process.waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS); // its output ends a little before it does
        return isReady;
    }

    /** Whether it lives and answers. */
    boolean stands() {
        return process.isAlive() && unanswered.get() < MOST_UNANSWERED;
    }

    /** Says that the engine lives. */
    void beat() {
        unanswered.incrementAndGet();
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            // it is ending: whoever asks next whether it lives is told
        }
    }

    /** How it ended, or that it did not, and the last thing that it said. */
    String inWords() {
        String how = process.isAlive() ? "it does not answer" : "exit " + process.exitValue();
        return lastLine.isEmpty() ? how : how + ": " + lastLine;
    }

    /** Closes the pipe, and leaves what is owed to it. */
    void leave() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    /** Closes the pipe, by which a guard sees that its engine is done, and ends one that does not go. */
    void letGo(Duration patience) {
        leave();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                process.destroyForcibly().waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

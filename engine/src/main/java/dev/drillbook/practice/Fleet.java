package dev.drillbook.practice;

import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The parts that run, each on its leash. */
final class Fleet {
    private static final Duration TO_BE_READY = Duration.ofMinutes(3);
    private static final Duration TO_END = Duration.ofSeconds(5);
    private static final int SHOWN_LINES = 20;

    private final Folder folder;
    private final Path script;
    private final Map<Plan, Leash> leashes = new LinkedHashMap<>();
    private boolean stopping;

    Fleet(Folder folder) {
        this.folder = folder;
        this.script = folder.write(folder.path().resolve("leash.sh"));
    }

    /**
     * Starts these together and returns once all are ready.
     *
     * @param progress told as each becomes ready
     * @throws DrillException with the last lines of its log when one ended or stayed silent
     */
    void start(List<Plan> wave, Consumer<String> progress) {
        wave.forEach(this::start);
        Instant deadline = Instant.now().plus(TO_BE_READY);
        List<Plan> waiting = new ArrayList<>(wave);
        while (!waiting.isEmpty()) {
            for (Plan plan : List.copyOf(waiting)) {
                if (!leash(plan).isAlive()) throw failure(plan, "ended before it was ready");
                if (Instant.now().isAfter(deadline))
                    throw failure(plan, "was not ready after " + TO_BE_READY.toMinutes() + " minutes");
                if (!Health.of(plan.address())) continue;
                waiting.remove(plan);
                progress.accept(plan.name() + " ready");
            }
            Wait.aMoment(25);
        }
    }

    private synchronized void start(Plan plan) {
        if (stopping) throw new DrillException("stopped while starting");
        leashes.put(plan, Leash.start(script, plan, folder));
    }

    private synchronized Leash leash(Plan plan) {
        return leashes.get(plan);
    }

    synchronized List<State.Running> running() {
        List<State.Running> running = new ArrayList<>();
        leashes.forEach((plan, leash) -> running.add(new State.Running(plan.name(), leash.command(), plan.address())));
        return running;
    }

    /** Ends all, and starts none from now on. */
    synchronized void stop() throws InterruptedException {
        stopping = true;
        leashes.values().forEach(Leash::release);
        for (Leash leash : leashes.values()) leash.awaitEnd(TO_END);
    }

    private DrillException failure(Plan plan, String what) {
        return new DrillException(plan.name() + " " + what
                + "; the practice environment was stopped. Put right what its log says, then start it again:\n"
                + tail(plan));
    }

    private String tail(Plan plan) {
        try {
            return LogTail.of(folder.log(plan.name()), SHOWN_LINES);
        } catch (IOException e) {
            return "(its log cannot be read: " + e + ")";
        }
    }
}

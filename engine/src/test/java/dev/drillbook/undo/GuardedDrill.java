package dev.drillbook.undo;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.journal.DrillFolders;
import dev.drillbook.journal.Journal;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.process.Identity;
import dev.drillbook.process.Java;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.World;
import dev.drillbook.target.ConfigFile;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.timeline.TimelineBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A drill whose fault is live in a real file, an engine that is any process, and a real guard. */
final class GuardedDrill implements AutoCloseable {
    private static final World WORLD = BoundWorld.unmeasured(Map.of());

    final Path folder;
    final Path config;
    final Process engine;
    Process guard;

    GuardedDrill(Path home, Duration timeLimit) throws IOException {
        folder = Files.createDirectories(home.resolve("reports/2026-11-24-1"));
        config = home.resolve("service.properties");
        Files.writeString(config, "mode=good\n");
        engine = new ProcessBuilder("sleep", "600").start();
        Fault fault = ConfigFile.at(config.toString()).set(Map.of("mode", "bad"));
        Undo undo = fault.undo(WORLD);
        writes(
                TimelineBuilder.aTimeline()
                        .withTimeLimit(timeLimit)
                        .applies()
                        .build()
                        .opened(),
                new Happening.Began(),
                new Happening.Owed(1, fault.inWords(), undo, undo.asTyped(WORLD)));
        fault.apply(WORLD);
        writes(new Happening.Applied(1));
    }

    /** The engine's entries; nobody else holds the journal by then. */
    void writes(Happening... happenings) {
        boolean isNew = !DrillFolders.isOne(folder);
        Clock clock = Clock.systemUTC();
        try (Journal journal = isNew
                ? Journal.create(folder, clock, System::nanoTime)
                : Journal.goOn(folder, clock, System::nanoTime)) {
            for (Happening one : happenings) journal.append(one);
        }
    }

    Path locks() {
        return folder.getParent().resolveSibling("locks");
    }

    String environment() {
        return timeline().opened().environment();
    }

    /** Posts the guard, and waits until it is ready. @param flags further ones for its JVM */
    GuardedDrill guarded(Duration heartbeat, String... flags) throws IOException {
        Duty duty = new Duty(folder, locks(), Identity.of(engine.pid()), heartbeat);
        List<String> command = new ArrayList<>(GuardPost.command(duty));
        command.addAll(
                1
                        + command.indexOf(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                List.of(flags));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Java.environment());
        guard = builder.start();
        var said = new BufferedReader(new InputStreamReader(guard.getInputStream(), StandardCharsets.UTF_8));
        if (!GuardProcess.READY.equals(said.readLine())) throw new AssertionError("the guard is not ready");
        return this;
    }

    /** The engine dies: its end of the pipe closes. */
    void engineDies() throws IOException {
        engine.destroyForcibly();
        guard.getOutputStream().close();
    }

    /** The guard's exit code. */
    int ended() throws InterruptedException {
        if (!guard.waitFor(1, TimeUnit.MINUTES)) throw new AssertionError("the guard did not end");
        return guard.exitValue();
    }

    Timeline timeline() {
        return Timeline.of(JournalReader.read(folder).entries());
    }

    boolean isPutBack() throws IOException {
        return Files.readString(config).equals("mode=good\n");
    }

    Path log() {
        return folder.resolve(GuardLog.FILE);
    }

    @Override
    public void close() {
        engine.destroyForcibly();
        if (guard != null) guard.destroyForcibly();
    }
}

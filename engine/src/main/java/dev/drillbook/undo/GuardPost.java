package dev.drillbook.undo;

import dev.drillbook.process.Identity;
import dev.drillbook.process.Java;
import dev.drillbook.process.Program;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The engine's side of its guard: starts it, lets it hear a heartbeat, starts another one where it was lost, and lets it
 * go. Its thread is no other's, so that the heart beats while the process runs, whatever the drill does.
 */
public final class GuardPost implements Guards.Posted {
    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Duration TO_GO = Duration.ofSeconds(3);
    private static final int MOST_LOST = 5;

    /** It reads a journal and pays: that needs little. */
    private static final List<String> FLAGS = List.of("-Xmx48m", "-Xss512k", "-Xshare:auto");

    private final List<String> command;
    private final Duration beat;
    private final Guards.Engine engine;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile boolean isLeft;
    private final CountDownLatch released = new CountDownLatch(1);
    private final Thread keeper = new Thread(this::keep, "guard post");

    private GuardPost(List<String> command, Duration beat, Guards.Engine engine) {
        this.command = command;
        this.beat = beat;
        this.engine = engine;
        keeper.setDaemon(true);
        keeper.start();
    }

    /** @param locks one file per environment */
    public static Guards in(Path locks, GuardSettings settings) {
        return (drill, engine) -> {
            Identity self = Identity.ofThisProcess();
            Duty duty = new Duty(drill.toAbsolutePath(), locks.toAbsolutePath(), self, settings.heartbeat());
            return open(command(duty), settings.beat(), engine);
        };
    }

    static GuardPost open(List<String> command, Duration beat, Guards.Engine engine) {
        return new GuardPost(command, beat, engine);
    }

    /** In a session of its own: neither the terminal's end nor that of the engine's process group reaches it. */
    static List<String> command(Duty duty) {
        List<String> command = new ArrayList<>();
        Program.onPath("setsid").ifPresent(command::add);
        command.addAll(Java.command(FLAGS, Guard.class));
        command.addAll(duty.words());
        return command;
    }

    private void keep() {
        GuardProcess guard = null;
        try {
            guard = started();
            ready.complete(null);
            for (int lost = 0; !released.await(beat.toMillis(), TimeUnit.MILLISECONDS); ) {
                if (guard.stands()) {
                    guard.beat();
                    continue;
                }
                String why = guard.inWords();
                guard.letGo(Duration.ZERO);
                if (++lost > MOST_LOST) throw new Refused("the guard ended again and again: " + why);
                guard = started();
                engine.guardReplaced(why);
            }
        } catch (DrillException e) {
            if (!ready.completeExceptionally(e)) engine.guardLost(e.getMessage());
        } catch (InterruptedException | RuntimeException | Error e) {
            Refused defect = new Refused("a defect in Drillbook while it kept its guard: " + e);
            if (!ready.completeExceptionally(defect)) engine.guardLost(defect.getMessage());
        } finally {
            if (guard != null && isLeft) guard.leave();
            else if (guard != null) guard.letGo(TO_GO);
        }
    }

    private GuardProcess started() throws InterruptedException {
        demandSession();
        try {
            GuardProcess guard = GuardProcess.start(command, Java.environment());
            if (guard.isReadyWithin(TO_START)) return guard;
            String why = guard.inWords();
            guard.letGo(Duration.ZERO);
            throw cannotStart(why, "look whether this machine has room for another Java process");
        } catch (IOException e) {
            throw cannotStart(e.getMessage(), "look whether this machine has room for another Java process");
        }
    }

    private static Refused cannotStart(String why, String remedy) {
        return new Refused("no guard could be started, and no fault may stand without one: " + why + "; " + remedy);
    }

    private static void demandSession() {
        boolean isLinux = System.getProperty("os.name").equals("Linux");
        if (isLinux && Program.onPath("setsid").isEmpty())
            throw cannotStart("'setsid' is missing to let it outlive this terminal", "install util-linux");
    }

    @Override
    public void awaitReady() {
        try {
            ready.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DrillException told ? told : e;
        }
    }

    @Override
    public void leave() {
        isLeft = true;
        released.countDown();
    }

    @Override
    public void close() {
        released.countDown();
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the pipe closes with this process at the latest
        }
    }
}

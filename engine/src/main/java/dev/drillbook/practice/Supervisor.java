package dev.drillbook.practice;

import dev.drillbook.process.Identity;
import dev.drillbook.process.ProcessLock;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The process that owns the stack: it starts the parts, lives until it is told to end (SIGTERM), and takes everything
 * with it, whatever way it goes. Until the stack is up it also ends when its starter does.
 */
public final class Supervisor {
    private final Home home;
    private final Folder folder;
    private final Fleet fleet;

    /** Kept for life; a lock that nobody refers to any more would be closed with its file. */
    private Optional<ProcessLock> lock = Optional.empty();

    private boolean up;

    private Supervisor(Home home, Folder folder) {
        this.home = home;
        this.folder = folder;
        this.fleet = new Fleet(folder);
    }

    /**
     * Tells {@link Starter} on standard output how it goes, as {@link Report}s.
     *
     * @param args the {@code .drillbook} folder, the data folder, and whether the alert rules are on
     */
    public static void main(String[] args) throws Exception {
        Supervisor supervisor = new Supervisor(new Home(Path.of(args[0])), new Folder(Path.of(args[1])));
        supervisor.supervise(Boolean.parseBoolean(args[2]));
    }

    private void supervise(boolean alerts) throws InterruptedException {
        lock = home.lock();
        if (lock.isEmpty()) {
            Report.TAKEN.say("");
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        Thread starter = new Thread(this::endWithStarter, "starter");
        starter.setDaemon(true);
        starter.start();
        try {
            home.sweep();
            Blueprint blueprint = new Blueprint(folder, Report.TOLD::say);
            for (List<Plan> wave : blueprint.waves(alerts)) fleet.start(wave, Report.TOLD::say);
            publish();
        } catch (DrillException | IOException e) {
            Report.FAILED.say(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private synchronized void publish() throws IOException {
        State state = new State(Identity.ofThisProcess(), folder.path().toString(), fleet.running());
        state.write(home.state());
        up = true;
        Report.UP.say("");
        System.out.close();
    }

    private void endWithStarter() {
        try {
            System.in.readAllBytes();
        } catch (IOException gone) {
            // the same as its end
        }
        if (!isUp()) System.exit(1);
    }

    private synchronized boolean isUp() {
        return up;
    }

    private void stop() {
        try {
            fleet.stop();
            Files.deleteIfExists(home.state());
            folder.delete();
        } catch (IOException | InterruptedException e) {
            throw new DrillException("the practice environment did not stop in order: " + e, e);
        }
    }
}

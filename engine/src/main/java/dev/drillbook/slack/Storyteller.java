package dev.drillbook.slack;

import com.slack.api.methods.MethodsClient;
import dev.drillbook.control.Database;
import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Notices;
import dev.drillbook.runbook.DrillException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in Slack what drills' journals and the notices say, in the responder view, in order and each line once. It
 * follows on threads of its own: no drill waits for Slack. What was told is kept in the state, so that after an outage or
 * a restart it goes on where it was.
 */
final class Storyteller implements Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Storyteller.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5), LEAVING = Duration.ofSeconds(2);

    private final Desk desk;
    private final Drills drills;
    private final Notices notices;
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private Optional<Runnable> listening = Optional.empty();

    Storyteller(MethodsClient methods, SlackSettings settings, Drills drills, Notices notices, Database database) {
        this(methods, settings, drills, notices, database, Pace.USUAL);
    }

    Storyteller(
            MethodsClient methods,
            SlackSettings settings,
            Drills drills,
            Notices notices,
            Database database,
            Pace pace) {
        this.desk = new Desk(methods, new Memory(database), settings, pace, Clock.systemUTC());
        this.drills = drills;
        this.notices = notices;
    }

    /** Returns at once. */
    @Override
    public void start() {
        List<String> unfinished = desk.memory.unfinished();
        listening = Optional.of(drills.onStart(this::follow));
        drills.running().forEach(this::follow);
        for (String drill : unfinished) run(drill, () -> tellPast(drill));
        run(Memory.NOTICES, () -> new NoticeTale(desk, notices).tell());
    }

    /** The drill that is told in that thread, or in that channel of its own. @param thread its first message's ts */
    @Override
    public Optional<String> drillIn(String channel, Optional<String> thread) {
        return desk.memory.drillIn(channel, thread);
    }

    private void follow(LiveDrill drill) {
        run(drill.id(), () -> tell(new LiveSource(drill)));
    }

    private void tellPast(String drill) throws InterruptedException {
        Optional<Source> past = Optional.empty();
        try {
            past = PastSource.of(drills, drill);
        } catch (DrillException e) {
            LOG.error("Slack: drill {} is not told to its end: {}", drill, e.getMessage());
        }
        if (past.isPresent()) tell(past.get());
    }

    private void tell(Source source) throws InterruptedException {
        String front = source.drill() + " in the first channel";
        new Tale(desk, source, () -> run(front, () -> new FrontTale(desk, source).tell())).tell();
    }

    /** Something to be told, until all of it is or the curtain fell. */
    private interface Recital {
        void tell() throws InterruptedException;
    }

    /** One thread a story. */
    private void run(String story, Recital recital) {
        Thread thread = new Thread(() -> tell(story, recital), "tell " + story + " in Slack");
        thread.setDaemon(true);
        if (threads.putIfAbsent(story, thread) == null) thread.start();
    }

    private void tell(String story, Recital recital) {
        try {
            insist(story, recital);
        } catch (InterruptedException e) {
            LOG.info("Slack: {} is not told to its end; the next start goes on", story);
        } catch (Error e) {
            LOG.error("Slack: {} is not told any further; the next start goes on", story, e);
        } finally {
            threads.remove(story);
        }
    }

    /** What fails, as when the disk is full, is recited again from what is remembered as told. */
    private void insist(String story, Recital recital) throws InterruptedException {
        Set<String> causes = new HashSet<>();
        for (int attempt = 1; ; attempt++) {
            try {
                recital.tell();
                return;
            } catch (RuntimeException e) {
                if (causes.add(e.toString())) LOG.error("Slack: {} waits, and is told again from there", story, e);
                desk.curtain.last(desk.pace.pauseAfter(attempt));
            }
        }
    }

    /** What is on its way is told, if Slack takes it; what is not is told after the next start. */
    @Override
    public void close() {
        listening.ifPresent(Runnable::run);
        desk.curtain.fall();
        List<Thread> telling = List.copyOf(threads.values());
        join(telling, LAST_WORDS);
        telling.forEach(Thread::interrupt);
        join(telling, LEAVING);
    }

    private static void join(List<Thread> threads, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : threads) thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

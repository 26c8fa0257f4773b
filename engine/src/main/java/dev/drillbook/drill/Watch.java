package dev.drillbook.drill;

import dev.drillbook.environment.Limits;
import dev.drillbook.runbook.Condition;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every probe once a second and tells the loop. A condition that would end the drill is asked apart from all others:
 * one that hangs must not keep it from being seen.
 */
final class Watch implements Eyes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Runbook runbook;
    private final List<Condition> abortWhen;
    private final World world;
    private final LongSupplier ticker;
    private final Mailbox mailbox;
    private final Map<Integer, Fault> faults = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Watch::thread);
    private final ScheduledExecutorService conditions;

    Watch(Runbook runbook, Limits limits, World world, LongSupplier ticker, Mailbox mailbox) {
        this.ticker = ticker;
        this.runbook = runbook;
        this.abortWhen = AbortConditions.all(runbook, limits);
        this.world = world;
        this.mailbox = mailbox;
        this.conditions = Executors.newScheduledThreadPool(abortWhen.size(), Watch::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "drill watch");
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        timer.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
        for (Condition one : abortWhen) conditions.scheduleAtFixedRate(() -> ask(one), 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public void watch(int number, Fault fault) {
        faults.put(number, fault);
    }

    @Override
    public void lookNow() {
        timer.execute(this::look);
    }

    void look() {
        long asked = ticker.getAsLong();
        List<Probe> when = runbook.milestones().stream()
                .map(Milestone::when)
                .flatMap(List::stream)
                .distinct()
                .toList();
        Map<Integer, Verdict> live = new LinkedHashMap<>();
        faults.forEach((number, fault) -> live.put(number, safely(() -> fault.tookHold(world))));
        mailbox.post(new Message.Observed(asked, ask(runbook.steadyState()), ask(when), live));
    }

    private Map<String, Verdict> ask(List<Probe> probes) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Probe one : probes) verdicts.put(one.inWords(), safely(() -> one.ask(world)));
        return verdicts;
    }

    /** All of them one after the other, for whoever turns the clock by hand. */
    void askConditions() {
        abortWhen.forEach(this::ask);
    }

    private void ask(Condition one) {
        Verdict answer = safely(() -> one.probe().ask(world));
        mailbox.post(new Message.ConditionAsked(one.inWords(), answer));
    }

    /** A probe never crashes a drill, not even by a defect of its own. */
    private static Verdict safely(java.util.function.Supplier<Verdict> probe) {
        try {
            return probe.get();
        } catch (RuntimeException | Error e) {
            LOG.warn("a probe failed: {}", e.toString());
            return new Verdict.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        conditions.shutdownNow();
    }
}

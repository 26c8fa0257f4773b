package dev.drillbook.drill;

import dev.drillbook.environment.Limits;
import dev.drillbook.runbook.Condition;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.util.Collection;
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

/** Asks every probe once a second and tells the loop. */
final class Watch implements Eyes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Runbook runbook;
    private final List<Condition> abortWhen;
    private final World world;
    private final LongSupplier ticker;
    private final Mailbox mailbox;
    private final Map<Integer, Fault> faults = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "drill watch");
        thread.setDaemon(true);
        return thread;
    });

    Watch(Runbook runbook, Limits limits, World world, LongSupplier ticker, Mailbox mailbox) {
        this.ticker = ticker;
        this.runbook = runbook;
        this.abortWhen = AbortConditions.all(runbook, limits);
        this.world = world;
        this.mailbox = mailbox;
    }

    void start() {
        timer.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
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
        mailbox.post(new Message.Observed(asked, ask(runbook.steadyState()), ask(when), ask(abortWhen), live));
    }

    private Map<String, Verdict> ask(Collection<? extends Condition> conditions) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Condition one : conditions)
            verdicts.put(one.inWords(), safely(() -> one.probe().ask(world)));
        return verdicts;
    }

    /** A probe never crashes a drill, not even by a defect of its own. */
    private static Verdict safely(java.util.function.Supplier<Verdict> probe) {
        try {
            return probe.get();
        } catch (RuntimeException e) {
            LOG.warn("a probe failed: {}", e.toString());
            return new Verdict.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

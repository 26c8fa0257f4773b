package dev.drillbook.practice;

import dev.drillbook.environment.Environment;
import dev.drillbook.environment.Site;
import dev.drillbook.environment.Stack;
import dev.drillbook.runbook.DrillException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The practice environment as seen from outside: any process of the same user and home sees, starts and stops the same
 * one. What runs is owned by a {@link Supervisor}.
 */
public final class PracticeStack implements Stack {
    /** Of the shop, as its schema fills them. */
    static final int CATEGORIES = 25;

    private static final Duration TO_START = Duration.ofMinutes(10);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Home home;
    private final boolean alerts;

    /** @param home Drillbook's folder; the stack is told of in {@code .drillbook/practice.json} there */
    public PracticeStack(Path home) {
        this(Home.of(home), true);
    }

    private PracticeStack(Home home, boolean alerts) {
        this.home = home;
        this.alerts = alerts;
    }

    /** The same stack; but if this is what starts it, its alert rules are off. */
    public PracticeStack withoutAlerts() {
        return new PracticeStack(home, false);
    }

    @Override
    public String name() {
        return "practice";
    }

    @Override
    public boolean isUp() {
        return live().isPresent();
    }

    @Override
    public void up(Consumer<String> progress) {
        if (!Wait.until(() -> isUp() || start(progress), TO_START))
            throw new DrillException("another supervisor of the practice environment holds " + home.folder()
                    + ", and neither gets it up nor ends; look for " + Supervisor.class.getName() + " and end it");
    }

    /** @return false when another supervisor, just starting or stopping, must be waited for */
    private boolean start(Consumer<String> progress) {
        return !home.isTaken() && new Starter(home, alerts).start(progress);
    }

    @Override
    public void down() {
        live().ifPresent(state -> {
            state.supervisor().process().ifPresent(ProcessHandle::destroy);
            if (Wait.until(() -> !state.isUp(), TO_STOP)) return;
            // frozen; its parts are on leashes and follow it
            state.supervisor().process().ifPresent(ProcessHandle::destroyForcibly);
            Wait.until(() -> !state.isUp(), TO_STOP);
        });
        home.whileFree(home::sweep);
    }

    @Override
    public Environment environment() {
        State state = state();
        URI balancer = state.address("balancer");
        Map<String, String> inputs = Map.of(
                "cache-config", state.data().cacheConfig(Blueprint.DRILLED_SHOP).toString(),
                "cache", state.address("redis").toString(),
                "database", state.address("postgresql").toString(),
                "shop", balancer.toString());
        URI commits = state.address("price-desk").resolve("/commits");
        return new Environment(name(), inputs, Optional.of(new Site(balancer, paths(), commits)));
    }

    private static List<String> paths() {
        return IntStream.rangeClosed(1, CATEGORIES)
                .mapToObj(i -> "/category/" + i)
                .toList();
    }

    @Override
    public List<Part> parts() {
        List<CompletableFuture<Part>> asked = live().stream()
                .flatMap(state -> state.parts().stream())
                .map(PracticeStack::ask)
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** All at once: several may be frozen. */
    private static CompletableFuture<Part> ask(State.Running part) {
        return CompletableFuture.supplyAsync(
                () -> new Part(
                        part.name(),
                        part.process().pid(),
                        part.address(),
                        part.process().isAlive() && Health.of(part.address())),
                task -> new Thread(task, "health of " + part.name()).start());
    }

    @Override
    public void alertsTo(URI receiver, String token) {
        Http.post(state().address("auditor").resolve("/receiver"), Map.of("url", receiver.toString(), "token", token));
    }

    /** @throws DrillException when it is not up */
    State state() {
        return live().orElseThrow(() ->
                new DrillException("the practice environment is not up; start it with 'drillbook practice up'"));
    }

    private Optional<State> live() {
        return State.read(home.state()).filter(State::isUp);
    }
}

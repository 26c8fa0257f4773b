package dev.drillbook.drill;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.environment.Environment;
import dev.drillbook.environment.Limits;
import dev.drillbook.environment.Site;
import dev.drillbook.journal.Journal;
import dev.drillbook.journal.LossyDisk;
import dev.drillbook.journal.SignalsFile;
import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Condition;
import dev.drillbook.runbook.Debrief;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Hint;
import dev.drillbook.runbook.Inject;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Source;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import dev.drillbook.target.ConfigFile;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Second;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.undo.Guards;
import dev.drillbook.undo.Reserve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A whole drill in which only time is not real: its fault sets a key in a real file, its steady state is that the file
 * is right, and a hand turns the clock. Everything is planned first, then {@link #performed} plays it.
 */
final class TestDrill {
    static final String GOOD = "mode=good\n";
    static final String BAD = "bad";

    private final Path folder;
    private final Path config;
    private final HandClock clock = new HandClock();
    private final PlannedMail mail = new PlannedMail(clock);
    private final List<Beat> beats = new ArrayList<>();
    private final List<ExpectedAlert> alerts = new ArrayList<>();
    private final List<Milestone> milestones = new ArrayList<>();
    private final List<Rehearsal.Step> steps = new ArrayList<>();
    private final List<Condition> abortWhen = new ArrayList<>();
    private final List<Probe> steadyState = new ArrayList<>();
    private final Signals signals = new Signals();
    private final Map<String, CompletableFuture<String>> answers = new java.util.LinkedHashMap<>();
    private final List<Plan> plans = new ArrayList<>();
    private Guards.Posted guard = Guards.NONE.post(Path.of("."), null);
    private Duration timeLimit = Duration.ofMinutes(20);
    private Duration toApply = Duration.ZERO;
    private Duration toLookAhead = Duration.ZERO;
    private Limits limits = Limits.NONE;
    private Consumer<Instant> rules = at -> {};
    private Optional<Site> site = Optional.empty();
    private Optional<LossyDisk> disk = Optional.empty();

    private Timeline whenBreaking;
    private boolean conditionsFirst;

    private record Plan(Duration at, Runnable what) {}

    private TestDrill(Path folder) {
        this.folder = folder;
        this.config = folder.resolve("service.properties");
        steadyState.add(fileIsRight());
        write(GOOD);
    }

    static TestDrill aDrill(Path folder) {
        return new TestDrill(folder);
    }

    TestDrill thatBreaksAt(Duration at) {
        return thatAppliesAt(at, fault());
    }

    TestDrill thatAppliesAt(Duration at, Fault fault, Residue... leaving) {
        beats.add(new Beat.Apply(at, fault, List.of(leaving), 1));
        return this;
    }

    /** So long after its beginning it is told that a fault was applied. */
    TestDrill thatTakesToApply(Duration time) {
        toApply = time;
        return this;
    }

    /** So long after its beginning it is told that what is to be broken was looked at. */
    TestDrill thatTakesToLookAhead(Duration time) {
        toLookAhead = time;
        return this;
    }

    TestDrill limitedBy(Limits rules) {
        limits = rules;
        return this;
    }

    /** Its environment has a site, which nobody visits: what its users meet is {@link #measures measured} as planned. */
    TestDrill withSite() {
        URI address = URI.create("http://127.0.0.1:1");
        site = Optional.of(new Site(address, List.of("/"), address.resolve("/commits")));
        return this;
    }

    /** So long after the drill was opened, that was a signal's value in the second that ended. */
    TestDrill measures(Duration at, String signal, double value) {
        plans.add(new Plan(at, () -> {
            Second second = new Second(clock.instant(), Map.of(signal, value), List.of(), Map.of());
            signals.add(second);
            mail.post(new Message.Measured(second));
        }));
        return this;
    }

    /** Besides its file. */
    TestDrill alsoSteadyWhile(Probe probe) {
        steadyState.add(probe);
        return this;
    }

    Fault fault() {
        return ConfigFile.at(config.toString()).set(Map.of("mode", BAD));
    }

    TestDrill withInject(Duration at, String text) {
        beats.add(new Beat.Send(at, new Inject("support", text, false), 1));
        return this;
    }

    TestDrill withHint(String text, Duration at, String unless) {
        beats.add(new Beat.Help(at, new Hint(unless, text), 1));
        return this;
    }

    TestDrill withGoal(String milestone, Duration within, Probe... when) {
        milestones.add(new Milestone(milestone, within, List.of(when), 1));
        return this;
    }

    TestDrill withTimeLimit(Duration limit) {
        timeLimit = limit;
        return this;
    }

    TestDrill recordedOn(LossyDisk lossy) {
        disk = Optional.of(lossy);
        return this;
    }

    TestDrill guardedBy(Guards.Posted one) {
        guard = one;
        return this;
    }

    TestDrill thatAbortsWhen(Condition condition) {
        abortWhen.add(condition);
        return this;
    }

    TestDrill thatAsksConditionsFirst() {
        conditionsFirst = true;
        return this;
    }

    TestDrill thatExpectsAlert(String name) {
        alerts.add(new ExpectedAlert(name, Duration.ofMinutes(3), 1));
        return this;
    }

    TestDrill rehearsing(Duration at, Rehearsal.Move move) {
        steps.add(new Rehearsal.Step(at, move, 1));
        return this;
    }

    /** Someone says something, so long after the drill was opened. */
    TestDrill hears(Duration at, String who, Saying saying) {
        return hearsLate(at, Duration.ZERO, who, saying);
    }

    /** The same, but it came so much earlier: the loop had something else to do. */
    TestDrill hearsLate(Duration at, Duration late, String who, Saying saying) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.put(who + ": " + saying, answer);
        plans.add(new Plan(at, () -> {
            Instant received = clock.instant().minus(late);
            mail.post(new Message.Said(who, saying, received, Optional.empty(), answer));
        }));
        return this;
    }

    TestDrill hears(Duration at, Message message) {
        plans.add(new Plan(at, () -> mail.post(message)));
        return this;
    }

    /** What the journal said when the first fault was about to be applied. */
    Timeline whenBreaking() {
        return whenBreaking;
    }

    /** What is in the file before the drill. */
    TestDrill thatFinds(String text) {
        write(text);
        return this;
    }

    /** Someone puts this into the file, so long after the drill was opened. */
    TestDrill edits(Duration at, String text) {
        plans.add(new Plan(at, () -> write(text)));
        return this;
    }

    TestDrill does(Duration at, Runnable what) {
        plans.add(new Plan(at, what));
        return this;
    }

    /** What this person was answered, or told to be wrong. */
    String answer(String who) {
        return answers.entrySet().stream()
                .filter(one -> one.getKey().startsWith(who + ": "))
                .map(one -> one.getValue().handle((answer, wrong) -> wrong == null ? answer : wrong.getMessage()))
                .map(CompletableFuture::join)
                .findFirst()
                .orElseThrow();
    }

    /** From that moment on, as in a freeze. */
    TestDrill frozenFrom(Duration since) {
        Instant from = clock.instant().plus(since);
        rules = at -> {
            if (!at.isBefore(from)) throw new Refused("no drill starts on environment 'test' now: freeze sale");
        };
        return this;
    }

    /** Plays it to its end, and gives what its journal says. */
    Timeline performed() {
        Order order = new Order(
                "2026-11-24-1",
                runbook(),
                new Environment("test", Map.of(), site, limits),
                !steps.isEmpty(),
                "tester",
                "terminal",
                Optional.empty(),
                ZoneOffset.UTC,
                "test",
                rules);
        Path reports = made();
        try (Journal journal = disk.map(lossy -> lossy.journal(reports, clock, clock::tick))
                .orElseGet(() -> Journal.create(reports, clock, clock::tick))) {
            World world = new BoundWorld(Map.of(), signals);
            Watch watch = new Watch(order.runbook(), order.environment().limits(), world, clock::tick, mail);
            mail.plan(Duration.ZERO, new Runnable() {
                @Override
                public void run() {
                    if (conditionsFirst) watch.askConditions();
                    watch.look();
                    if (!conditionsFirst) watch.askConditions();
                    mail.plan(Duration.ofSeconds(1), this);
                }
            });
            plans.forEach(plan -> mail.plan(plan.at(), plan.what()));
            new Drill(
                            order,
                            journal,
                            new SignalsFile(reports),
                            new Reserve(reports),
                            guard,
                            world,
                            clock.asDrillClock(),
                            mail,
                            new AtOnce(),
                            eyesOf(watch, journal))
                    .perform();
            watch.close();
            return Timeline.of(journal.entries());
        }
    }

    /** It looks when the clock says so. */
    private Eyes eyesOf(Watch watch, Journal journal) {
        return new Eyes() {
            @Override
            public void breaking() {
                whenBreaking = Timeline.of(journal.entries());
            }

            @Override
            public void watch(int number, Fault fault) {
                watch.watch(number, fault);
            }

            @Override
            public void lookNow() {}
        };
    }

    private final class AtOnce implements Hands {
        @Override
        public void start(String name, Callable<Message> work) {
            try {
                Message done = work.call();
                Duration taken = took(done);
                if (taken.isZero()) mail.post(done);
                else mail.plan(taken, () -> mail.post(done));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private Duration took(Message done) {
            if (done instanceof Message.Applied) return toApply;
            return done instanceof Message.LookedAhead ? toLookAhead : Duration.ZERO;
        }

        @Override
        public void letGo(Duration patience) {}
    }

    private Runbook runbook() {
        return new Runbook(
                "test-drill",
                "A test drill",
                3,
                List.of(),
                List.of(),
                "",
                "",
                List.of(),
                steadyState,
                Duration.ofSeconds(20),
                timeLimit,
                abortWhen,
                beats,
                alerts,
                milestones,
                Optional.empty(),
                steps.isEmpty() ? Optional.empty() : Optional.of(new Rehearsal(steps)),
                Debrief.none(),
                Source.of("test.groovy", "title 'A test drill'"));
    }

    /** Holds while the file says good, or whatever else a person may have put there that is not bad. */
    private Probe fileIsRight() {
        return probe("file is right", () -> !read().contains(BAD));
    }

    static Probe probe(String question, Callable<Boolean> truth) {
        return answering(question, () -> {
            try {
                return verdict(truth.call());
            } catch (Exception e) {
                return new Verdict.Unknown(e.getMessage());
            }
        });
    }

    /** One with a defect of its own: it throws what its truth throws. */
    static Probe defective(String question, Supplier<Boolean> truth) {
        return answering(question, () -> verdict(truth.get()));
    }

    private static Verdict verdict(boolean holds) {
        return holds ? new Verdict.Holds("yes") : new Verdict.Broken("no");
    }

    private static Probe answering(String question, Supplier<Verdict> answer) {
        return new Probe() {
            @Override
            public String inWords() {
                return question;
            }

            @Override
            public Verdict ask(World world) {
                return answer.get();
            }
        };
    }

    String read() {
        try {
            return Files.readString(config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(config, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another file. @return its path */
    String made(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path config() {
        return config;
    }

    private Path made() {
        try {
            return Files.createDirectories(folder.resolve("reports").resolve("2026-11-24-1"));
        } catch (IOException e) {
            throw new DrillException("cannot make a folder", e);
        }
    }

    static <T extends Happening> T only(Timeline timeline, Class<T> kind) {
        var all = timeline.all(kind);
        if (all.size() != 1) throw new AssertionError(kind.getSimpleName() + " is there " + all.size() + " times");
        return all.get(0).what();
    }
}

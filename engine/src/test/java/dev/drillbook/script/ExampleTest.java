package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Answer;
import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Debrief;
import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.runbook.Hint;
import dev.drillbook.runbook.Inject;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Rehearsal.Repair;
import dev.drillbook.runbook.Rehearsal.Say;
import dev.drillbook.runbook.Rehearsal.Step;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.Signal;
import dev.drillbook.runbook.SignalProbe;
import dev.drillbook.runbook.Source;
import dev.drillbook.script.Nouns.ConfigFile;
import dev.drillbook.script.Nouns.Keys;
import dev.drillbook.script.Nouns.Redis;
import dev.drillbook.script.Nouns.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExampleTest {
    private static final Path FILE = Path.of(System.getProperty("drillbook.home"), "runbooks/yesterdays-prices.groovy");

    private static final Input<Path> CONFIG = new Input<>("cache-config", Path.class);
    private static final Input<URI> CACHE = new Input<>("cache", URI.class);
    private static final SignalProbe FRESH = new Signal<>("traffic.stale", Share.class).below(new Share(0.01));
    private static final SignalProbe SELLS = new Signal<>("traffic.errors", Share.class).below(new Share(0.01));
    private static final SignalProbe QUICK = new Signal<>("traffic.p99", Duration.class).below(Duration.ofMillis(300));

    @Test
    void the_shipped_example_is_exactly_this_plan() throws Exception {
        assertThat(Nouns.scripts().load(FILE))
                .usingRecursiveComparison()
                .isEqualTo(new Runbook(
                        "yesterdays-prices",
                        "Yesterday's prices",
                        2,
                        List.of("on-call", "incident commander", "support"),
                        List.of("cache", "consistency"),
                        "It is a sale morning at the shop. You are on call.",
                        "A deploy gave one of three shop servers a wrong cache configuration.\n"
                                + "Nothing is down. Some pages are wrong, some are slow, a few fail.",
                        List.of(CONFIG, CACHE),
                        List.of(FRESH, SELLS, QUICK),
                        Duration.ofSeconds(20),
                        Duration.ofHours(2),
                        List.of(new Signal<>("traffic.errors", Share.class)
                                .above(new Share(0.6))
                                .lasting(Duration.ofSeconds(30))),
                        beats(),
                        List.of(new ExpectedAlert("StaleAnswers", Duration.ofMinutes(3), 32)),
                        List.of(
                                new Milestone("detected", Duration.ofMinutes(5), List.of(), 33),
                                new Milestone("root cause", Duration.ofMinutes(30), List.of(), 34),
                                new Milestone("restored", Duration.ofMinutes(45), List.of(FRESH), 35)),
                        Optional.of(new Answer(
                                "cache", "One server reads its own cache keys, for a day, through one connection.")),
                        Optional.of(rehearsal()),
                        new Debrief(
                                List.of("Which graph would have shown this before a customer did?"),
                                List.of(new Debrief.SuggestedAction("Alert on the age of cached answers", "detect"))),
                        Source.of(FILE.toString(), Files.readString(FILE))));
    }

    private static List<Beat> beats() {
        Settings bad =
                ConfigFile.at(CONFIG).set(Map.of("key-prefix", "shop-v2:", "ttl-seconds", 86_400, "pool-size", 1));
        return List.of(
                new Beat.Apply(Duration.ZERO, bad, List.of(new Keys(new Redis(CACHE), "shop-v2:*")), 29),
                new Beat.Send(
                        Duration.ofMinutes(2),
                        new Inject("support", "Two customers paid the old price for item 42.", false),
                        38),
                new Beat.Send(Duration.ofMinutes(6), new Inject("graphs", "Database CPU is at 80 %.", true), 39),
                new Beat.Help(Duration.ofMinutes(10), new Hint("detected", "Look at the support channel."), 42),
                new Beat.Help(
                        Duration.ofMinutes(25),
                        new Hint("root cause", "Compare the three servers' cache settings."),
                        43));
    }

    private static Rehearsal rehearsal() {
        Settings good = ConfigFile.at(CONFIG).set(Map.of("key-prefix", "shop:", "ttl-seconds", 60, "pool-size", 16));
        return new Rehearsal(List.of(
                new Step(Duration.ofSeconds(20), new Say("reached", "detected"), 49),
                new Step(Duration.ofSeconds(22), new Say("hypothesis", "database overload"), 50),
                new Step(Duration.ofSeconds(30), new Say("rule-out", "database overload"), 51),
                new Step(Duration.ofSeconds(40), new Say("reached", "root cause"), 52),
                new Step(Duration.ofSeconds(45), new Repair(good), 53)));
    }
}

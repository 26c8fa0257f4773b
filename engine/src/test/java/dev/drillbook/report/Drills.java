package dev.drillbook.report;

import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.Answer;
import dev.drillbook.runbook.Debrief;
import dev.drillbook.runbook.Debrief.SuggestedAction;
import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Side;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.score.Scorecard;
import dev.drillbook.timeline.Brief;
import dev.drillbook.timeline.Brief.Goal;
import dev.drillbook.timeline.Brief.Limit;
import dev.drillbook.timeline.Brief.Scale;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Moment;
import dev.drillbook.timeline.Series;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whole drills to write postmortems of: four minutes of a bad cache configuration, told second by second. */
final class Drills {
    static final Instant START = Instant.parse("2026-11-24T09:14:05Z");
    static final String FAULT = "set key-prefix, ttl-seconds, pool-size in cache-config";
    static final String RESIDUE = "keys shop-v2:* in cache";
    static final String STALE = "traffic.stale below 1 %";
    static final String ERRORS = "traffic.errors below 1 %";
    static final String HASH = "9f".repeat(32);

    private final List<Entry> entries = new ArrayList<>();
    private String title = "Yesterday's prices";
    private boolean breaks = true;
    private boolean rehearsal;
    private int epoch = 1;
    private String person = "alice";
    private String said = "database overload";
    private Series series = Series.none();
    private List<Limit> limits;
    private List<String> damage = List.of();

    private Drills() {}

    static Drills aDrill() {
        return new Drills();
    }

    Drills damaged(String how) {
        damage = List.of(how);
        return this;
    }

    Drills titled(String words) {
        title = words;
        return this;
    }

    Drills by(String who) {
        person = who;
        return this;
    }

    Drills suspecting(String words) {
        said = words;
        return this;
    }

    Drills asRehearsal() {
        rehearsal = true;
        person = "on-call";
        return this;
    }

    Drills breakingNothing() {
        breaks = false;
        return this;
    }

    Drills withSeries(Series measured) {
        series = measured;
        return this;
    }

    Drills limiting(Limit... signals) {
        limits = List.of(signals);
        return this;
    }

    Drills at(double seconds, Happening what) {
        Instant at = START.plusMillis(Math.round(seconds * 1000));
        entries.add(new Entry(entries.size() + 1, epoch, at, Math.round(seconds * 1e9), what));
        return this;
    }

    /** From here on somebody else writes: its engine is gone. */
    Drills dies() {
        epoch++;
        return this;
    }

    Drills says(double seconds, String milestone, String text) {
        return at(seconds, new Claim.Reached(person, time(seconds), milestone, text));
    }

    static Instant time(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    /** Opened, checked, begun. */
    Drills begun() {
        return at(0, opened())
                .at(2, checked(Moment.BEFORE, new Verdict.Holds("0 %")))
                .at(2.1, new Happening.Began());
    }

    Happening opened() {
        return new Happening.Opened(
                "2026-11-24-1",
                "practice",
                rehearsal,
                "sam",
                "terminal",
                Optional.empty(),
                "Europe/Berlin",
                "0.1.0",
                Map.of("cache-config", "/tmp/practice/shop-2/cache.properties", "cache", "redis://127.0.0.1:41237"),
                brief(),
                Optional.empty(),
                Optional.empty());
    }

    Drills broken() {
        return at(2.2, owed(1, FAULT, "drillbook undo 2026-11-24-1"))
                .at(2.3, owed(2, RESIDUE, "redis-cli --scan --pattern 'shop-v2:*' | xargs redis-cli del"))
                .at(2.4, new Happening.Applied(1))
                .at(3.1, new Happening.TookHold(1, "key-prefix=shop-v2:, ttl-seconds=86400, pool-size=1"))
                .at(7.0, new Happening.ProbeTurned(STALE, new Verdict.Broken("6.1 %")))
                .at(9.0, new Happening.ProbeTurned(ERRORS, new Verdict.Broken("1.4 %")));
    }

    /** The team finds its way, by one dead end. */
    Drills investigated() {
        return at(17, alert("StaleAnswers", "more than 1 % of answers show an old price for 10 s", 15))
                .at(24, new Claim.RoleTaken(person, time(24), person, "on-call"))
                .at(31, new Claim.Reached(person, time(29), "detected", "support says prices are old"))
                .at(38, new Claim.Reached("bob", time(38), "acknowledged", ""))
                .at(52, new Claim.Suspected(person, time(52), 1, said))
                .at(61, new Happening.Injected("support", "Two customers paid the old price for item 42.", false))
                .at(
                        75,
                        new Claim.Noted(
                                "bob", time(75), "selects a second went from 8 to 150, but no query got slower"))
                .at(96, new Happening.Injected("graphs", "Database CPU is at 80 %.", true))
                .at(104, new Claim.RuledOut(person, time(104), 1))
                .at(110, new Claim.Escalated(person, time(110), "cache team"))
                .at(125, new Happening.HintGiven(1, "Compare the three servers' cache settings.", false))
                .at(
                        150,
                        new Claim.Reached(
                                person, time(150), "root cause", "shop-2 has another key prefix and a pool of one"));
    }

    Drills restored() {
        return at(176, new Happening.FaultGone(1, "key-prefix=shop:"))
                .at(181, new Happening.ProbeTurned(ERRORS, new Verdict.Holds("0 %")))
                .at(183, new Happening.ProbeTurned(STALE, new Verdict.Holds("0.4 %")))
                .at(186, new Claim.Reached(person, time(178), "restored", ""))
                .at(203, new Happening.MilestoneMet("mitigated", time(183), false))
                .at(203.1, new Happening.MilestoneMet("restored", time(183), false))
                .at(203.2, new Happening.AlertResolved("StaleAnswers", time(195)))
                .at(203.3, new Happening.PaybackBegan(Ending.RESTORED))
                .at(203.6, paid(2, new Payment.PutBack("removed 61 keys")))
                .at(203.9, paid(1, new Payment.AlreadyRight("key-prefix, ttl-seconds, pool-size are as before")));
    }

    Drills closed(Ending ending) {
        return at(225, checked(Moment.AFTER, new Verdict.Holds("0 %")))
                .at(226, new Happening.NotSent(List.of("after 10 min 00 s hint 'Look at the support channel.'")))
                .at(227, new Happening.Closed(ending, "ab".repeat(32)));
    }

    Drills putBackByDrillbook(Ending ending) {
        return at(200, new Happening.PaybackBegan(ending))
                .at(200.5, paid(2, new Payment.PutBack("removed 61 keys")))
                .at(201, paid(1, new Payment.PutBack("key-prefix=shop:, ttl-seconds=60, pool-size=16")))
                .at(204, new Happening.ProbeTurned(ERRORS, new Verdict.Holds("0 %")))
                .at(206, new Happening.ProbeTurned(STALE, new Verdict.Holds("0.4 %")))
                .at(224, new Happening.MilestoneMet("restored", time(206), true));
    }

    static Drills usual() {
        return aDrill().usualStory();
    }

    Drills usualStory() {
        return withSeries(Readings.of(230, 3, 180))
                .begun()
                .broken()
                .investigated()
                .restored()
                .closed(Ending.RESTORED);
    }

    Timeline timeline() {
        return new Timeline(entries, series);
    }

    Subject subject() {
        return subject(Naming.ROLES);
    }

    Subject subject(Naming naming) {
        return new Subject(timeline(), Scorecard.of(timeline()), HASH, damage, ZoneId.of("Europe/Berlin"), naming);
    }

    static Happening.Paid paid(int number, Payment payment) {
        return new Happening.Paid(number, payment, new Verdict.Holds("as before"));
    }

    static Happening.Owed owed(int number, String fault, String typed) {
        return new Happening.Owed(number, fault, null, typed);
    }

    private Happening.AlertFired alert(String name, String summary, double since) {
        return new Happening.AlertFired(name, summary, Map.of("severity", "page"), time(since));
    }

    private static Happening.Checked checked(Moment moment, Verdict verdict) {
        return new Happening.Checked(
                moment,
                List.of(
                        new Happening.Answered(STALE, verdict),
                        new Happening.Answered(ERRORS, verdict),
                        new Happening.Answered("traffic.p99 below 300 ms", new Verdict.Holds("41 ms"))));
    }

    private Brief brief() {
        return new Brief(
                breaks ? "yesterdays-prices" : "busy-database",
                title,
                2,
                List.of("on-call", "incident commander", "support"),
                List.of("cache", "consistency"),
                "It is a sale morning at the shop. You are on call.",
                breaks ? STORY : "Nothing is broken. A graph looks alarming.",
                breaks,
                List.of(STALE, ERRORS, "traffic.p99 below 300 ms"),
                limits != null
                        ? limits
                        : List.of(
                                new Limit("traffic.stale", Scale.SHARE, Side.BELOW, 0.01, "below 1 %"),
                                new Limit("traffic.errors", Scale.SHARE, Side.BELOW, 0.01, "below 1 %"),
                                new Limit("traffic.p99", Scale.TIME, Side.BELOW, 0.3, "below 300 ms")),
                List.of(
                        new Goal("detected", Duration.ofMinutes(5), false),
                        new Goal("root cause", Duration.ofMinutes(2), false),
                        new Goal("restored", Duration.ofMinutes(45), true)),
                List.of(new ExpectedAlert("StaleAnswers", Duration.ofMinutes(3), 12)),
                Duration.ofSeconds(20),
                Duration.ofHours(2),
                2,
                breaks
                        ? Optional.of(new Answer(
                                "cache", "One server reads its own cache keys, for a day, through one connection."))
                        : Optional.empty(),
                new Debrief(
                        List.of("Which graph would have shown this before a customer did?"),
                        List.of(
                                new SuggestedAction("Alert on the age of cached answers", "detect"),
                                new SuggestedAction("One source for the cache settings of all servers", "prevent"))),
                "title 'Yesterday\\'s prices'\nseverity 2\n\nsteadyState fresh, sells, quick\nholdFor     20.seconds\n",
                "3c".repeat(32));
    }

    private static final String STORY = """

            A deploy gave one of three shop servers a wrong cache configuration.
            Nothing is down. Some pages are wrong, some are slow, a few fail.
            """;
}

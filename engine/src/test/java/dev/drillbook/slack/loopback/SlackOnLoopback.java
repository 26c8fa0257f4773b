package dev.drillbook.slack.loopback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A workspace with one app, on ports of its own. People are {@link #joins} and {@link #user}; what they see stands in
 * {@link #channel channels}; how it misbehaves is set by {@link #faults}; what it refused is in {@link #refused}. Where
 * something takes time, a test waits for it ({@code awaits…}, {@code answered}), at most a minute.
 */
public final class SlackOnLoopback implements AutoCloseable {
    /** The scopes of the usual bot's token. */
    public static final Set<String> SCOPES = Set.of(
            "commands",
            "chat:write",
            "chat:write.customize",
            "channels:manage",
            "channels:read",
            "channels:history",
            "channels:join",
            "pins:read",
            "pins:write",
            "reactions:read",
            "reactions:write",
            "files:write",
            "users:read");

    private final Works works;
    private final String botToken;
    private final String appToken;

    private SlackOnLoopback(Works works) {
        this.works = works;
        this.botToken = botToken(SCOPES.toArray(String[]::new));
        this.appToken = appToken("connections:write");
    }

    public static SlackOnLoopback start() {
        return start(Clock.systemUTC());
    }

    /** @param clock for all that Slack dates and times; the pace of its looking at the clock is real */
    public static SlackOnLoopback start(Clock clock) {
        return new SlackOnLoopback(new Works(clock));
    }

    /** For {@code SlackConfig.setMethodsEndpointUrlPrefix}. */
    public String methodsAddress() {
        return works.ports.webAddress() + WebApi.PATH;
    }

    public String botToken() {
        return botToken;
    }

    public String appToken() {
        return appToken;
    }

    /** Another bot's token, which may do only that. */
    public String botToken(String... scopes) {
        return works.tokens.issue(Token.Kind.BOT, Set.of(scopes));
    }

    /** Another app-level token, which may do only that. */
    public String appToken(String... scopes) {
        return works.tokens.issue(Token.Kind.APP, Set.of(scopes));
    }

    public void revokes(String token) {
        works.tokens.revoke(token);
    }

    public String signingSecret() {
        return Works.SECRET;
    }

    public String teamId() {
        return App.TEAM;
    }

    public String botUser() {
        return App.USER;
    }

    /** A member of this workspace, in every channel opened later. */
    public Actor joins(String id, String name) {
        return joins(new Person(id, name, App.TEAM, Person.Standing.MEMBER));
    }

    public Actor joins(Person person) {
        works.workspace.add(person);
        return user(person.id());
    }

    public Actor user(String id) {
        return works.actor(works.workspace.person(id).orElseThrow(() -> new AssertionError("nobody is " + id)));
    }

    /** A channel in which everybody is, the app too. */
    public Channel opens(String name) {
        return works.opens(name, false, true);
    }

    /** A public channel in which everybody is but the app. */
    public Channel opensWithoutApp(String name) {
        return works.opens(name, false, false);
    }

    /** A private channel in which everybody is but the app. */
    public Channel opensHidden(String name) {
        return works.opens(name, true, false);
    }

    /** By id or name. */
    public Channel channel(String reference) {
        return works.workspace.channel(reference).orElseThrow(() -> new AssertionError("no channel " + reference));
    }

    public List<Channel> channels() {
        return works.workspace.channels();
    }

    public List<OpenView> views() {
        return works.views.shown();
    }

    public Faults faults() {
        return works.faults;
    }

    /** All calls of the Web API, as they were answered. */
    public List<Call> calls() {
        return works.api.calls();
    }

    public List<Call> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    public List<Refused> refused() {
        return works.workspace.refused();
    }

    /** @throws AssertionError when nothing breaks that rule within a minute */
    public void awaitsRefused(Rule rule) {
        works.workspace.until(() -> refused().stream().anyMatch(each -> each.rule() == rule), "a refusal by " + rule);
    }

    /** All that was to be told to the app, in order. */
    public List<Delivery> deliveries() {
        return works.deliveries.all();
    }

    /** Those of one command, interaction or event, as {@code pin_added}. */
    public Stream<Delivery> deliveries(String type) {
        return deliveries().stream().filter(delivery -> delivery.type().equals(type));
    }

    /** The ports and connections: to be cut, closed and opened again. */
    public Line line() {
        return works.line;
    }

    /** @throws AssertionError when it is not true within a minute */
    public void until(BooleanSupplier truth, String what) {
        works.workspace.until(truth, what);
    }

    /** @throws AssertionError when something is neither acknowledged nor given up within a minute */
    public void settles() {
        works.workspace.until(() -> deliveries().stream().noneMatch(Delivery::open), "acks of all");
    }

    /** Everything without an ack, once more and at once. */
    public void redelivers() {
        works.deliveries.again(delivery -> delivery.acks().isEmpty());
    }

    /** That one once more, acknowledged or not. */
    public void redelivers(Delivery delivery) {
        works.deliveries.again(each -> each == delivery);
    }

    /** How long it waits for an ack: usually three seconds, which say nothing of an app on a machine that stalls. */
    public void waits(Duration length) {
        works.deliveries.waits(length);
    }

    /** Events without an ack come again this long after they were given up; usually at once, 1 and 5 minutes. */
    public void retriesAfter(Duration pause) {
        works.deliveries.retriesAfter(pause);
    }

    /** What a manifest must ask for: the scopes that calls needed so far, and those of the events subscribed to. */
    public Set<String> scopesUsed() {
        synchronized (works.workspace) {
            Set<String> used = new TreeSet<>(works.tokens.used());
            used.addAll(works.subscriptions.scopes());
            if (deliveries().stream().anyMatch(delivery -> delivery.kind() == Delivery.Kind.SLASH))
                used.add("commands");
            return used;
        }
    }

    /** Instead of {@code message}, {@code pin_added} and {@code reaction_added}, in channels where the app is. */
    public void subscribes(String... events) {
        synchronized (works.workspace) {
            works.subscriptions.only(Set.copyOf(Arrays.asList(events)));
        }
    }

    /** From now on a channel takes one message a second. */
    public void limitsRate() {
        works.limit.turnOn();
    }

    /** HTTP mode: from now on everything goes to that address, signed. */
    public void delivers(URI app) {
        works.byRequests(app);
    }

    /** @param at what the request's timestamp says */
    public Signed signs(Delivery delivery, Instant at) {
        return Requests.signed(Works.SECRET, delivery, at);
    }

    /** Whatever it says: also what Slack would never send. */
    public Signed signs(String body, String contentType, Instant at) {
        return Signed.of(Works.SECRET, body, contentType, at);
    }

    @Override
    public void close() {
        works.close();
    }
}

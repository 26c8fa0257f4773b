package dev.drillbook.slack.loopback;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Wires the parts, by hand. */
final class Works implements AutoCloseable {
    static final String SECRET = "loopback-signing-secret";

    final Workspace workspace;
    final Faults faults = new Faults();
    final Tokens tokens = new Tokens();
    final RateLimit limit = new RateLimit();
    final Subscriptions subscriptions = new Subscriptions();
    final Ports ports;
    final Line line;
    final Views views;
    final Deliveries deliveries;
    final WebApi api;
    private final Writing writing;
    private final Payloads payloads;
    private final Pulse pulse = new Pulse();
    private Optional<Requests> requests = Optional.empty();

    Works(Clock clock) {
        workspace = new Workspace(clock);
        workspace.add(new Person(App.USER, "drillbook", App.TEAM, Person.Standing.BOT));
        Tickets tickets = new Tickets();
        Connections connections = new Connections(workspace, tickets, faults);
        ports = new Ports(connections);
        line = new Line(workspace, connections, ports);
        writing = new Writing(workspace, subscriptions);
        Triggers triggers = new Triggers(workspace);
        views = new Views(workspace, triggers);
        Answers answers = new Answers(workspace, writing, views);
        deliveries = new Deliveries(workspace, answers, faults, pulse, connections);
        connections.hears(deliveries);
        ResponseUrls responses = new ResponseUrls(workspace, answers, writing, faults);
        payloads = new Payloads(workspace, triggers, responses, ports::webAddress);
        subscriptions.hears(deliveries, payloads);
        Uploads uploads = new Uploads(workspace, faults);
        api = new WebApi(workspace, tokens, methods(tickets, uploads), faults);
        ports.serve(Map.of(WebApi.PATH, api, Uploads.PATH, uploads, ResponseUrls.PATH, responses));
        ports.open();
        pulse.beats(deliveries::look);
    }

    private Map<String, Method> methods(Tickets tickets, Uploads uploads) {
        Map<String, Method> all = new HashMap<>();
        all.putAll(new AppMethods(tickets, ports::socketAddress).all());
        all.putAll(new ChatMethods(workspace, writing, limit).all());
        all.putAll(new ConversationMethods(workspace).all());
        all.putAll(new ChannelMethods(workspace).all());
        all.putAll(new MarkMethods(workspace, writing).all());
        all.putAll(new FileMethods(workspace, writing, uploads, ports::webAddress).all());
        all.putAll(new UserMethods(workspace).all());
        all.putAll(views.all());
        return Map.copyOf(all);
    }

    Actor actor(Person who) {
        return new Actor(who, workspace, writing, payloads, deliveries);
    }

    Channel opens(String name, boolean hidden, boolean withApp) {
        synchronized (workspace) {
            Channel channel = workspace.open(name, hidden);
            workspace.people().stream()
                    .filter(person -> withApp || !person.id().equals(App.USER))
                    .forEach(person -> channel.admit(person.id()));
            return channel;
        }
    }

    void byRequests(URI app) {
        Requests to = new Requests(workspace, deliveries, SECRET, app);
        requests = Optional.of(to);
        deliveries.by(to);
    }

    @Override
    public void close() {
        pulse.close();
        requests.ifPresent(Requests::close);
        ports.close();
    }
}

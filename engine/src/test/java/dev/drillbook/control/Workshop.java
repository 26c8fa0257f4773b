package dev.drillbook.control;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.calendar.WorkingTime;
import dev.drillbook.drill.DrillClock;
import dev.drillbook.environment.Environment;
import dev.drillbook.environment.Limits;
import dev.drillbook.environment.Permissions;
import dev.drillbook.environment.Site;
import dev.drillbook.environment.Stack;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.script.Library;
import dev.drillbook.script.Scripts;
import dev.drillbook.undo.GuardPost;
import dev.drillbook.undo.GuardSettings;
import dev.drillbook.undo.Guards;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A small real environment: a web service that answers 500 while its configuration file says {@code mode=bad}, and a home
 * with a runbook that breaks it. Drills of it take a few real seconds.
 */
public final class Workshop implements Stack, AutoCloseable {
    private static final String FAULT = """
            title    'Wrong mode'
            severity 3
            players  'on-call'

            def config = input 'config', Path
            def shop   = input 'shop', URI

            def answers = Http.at(shop).get('/').answers(200)
            steadyState answers
            holdFor     %d.seconds
            timeLimit   %d.seconds

            at 0.seconds apply ConfigFile.at(config).set(mode: 'bad')
            answer 'config', 'The mode was wrong.'
            """;

    private static final String RUNBOOK = FAULT.formatted(2, 30) + """

            def detected = milestone 'detected' within 10.seconds
            milestone 'restored' within 20.seconds
            after 20.seconds unless detected hint 'Look at the file.'

            rehearsal {
                after 2.seconds claim detected
                after 5.seconds repair ConfigFile.at(config).set(mode: 'good')
            }
            """;

    private final Home home;
    private Gate gate = Gate.OPEN;
    private Guards guards = Guards.NONE;
    private Limits limits = Limits.NONE;
    private Optional<Site> site = Optional.empty();
    private boolean isUp = true;
    private boolean canGoDown = true;
    private final Path config;
    private final HttpServer server;

    public Workshop(Path folder) throws IOException {
        home = new Home(folder);
        config = folder.resolve("service.properties");
        Files.writeString(config, "# the service's own\nmode=good\n");
        Files.createDirectories(home.runbooks());
        Files.writeString(runbook(), RUNBOOK);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            int status = Files.readString(config).contains("mode=bad") ? 500 : 200;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    /** A runbook whose drills are over after three seconds, whoever looks on. */
    public static String shortText() {
        return FAULT.formatted(1, 3);
    }

    /** A runbook whose drills are over as soon as they broke something that nobody feels. */
    static String briefText() {
        return FAULT.formatted(1, 1).replace("mode: 'bad'", "colour: 'red'");
    }

    /** A runbook whose drills are over after a second, and whose fault, which nobody feels, cannot be undone. */
    public static String owingText() {
        return briefText().replaceAll("apply .*", "apply Shell.run('true').undoneBy('false')");
    }

    /** A runbook whose fault is a slow command, which breaks the service at its end. */
    public static String slowText() {
        return """
                title    'Slowly the wrong mode'
                severity 3
                players  'on-call'

                def config = input 'config', Path
                def shop   = input 'shop', URI

                steadyState Http.at(shop).get('/').answers(200)
                holdFor     2.seconds
                timeLimit   30.seconds

                at 0.seconds apply Shell.run('sh', '-c', 'sleep 3; echo mode=bad >"$0"', config).undoneBy('sh', '-c', 'echo mode=good >"$0"', config)
                answer 'config', 'The mode was wrong.'
                """;
    }

    /** A runbook whose undo goes on until {@link #letUndo}. */
    public static String patientText() {
        return slowText()
                .replace("sleep 3; ", "")
                .replace("echo mode=good", "until [ -e \"$0.undo\" ]; do sleep 0.1; done; echo mode=good");
    }

    /** Lets the undo of {@link #patientText} go on. */
    public void letUndo() throws IOException {
        Files.createFile(Path.of(config + ".undo"));
    }

    /** The part of {@code drillbook.yaml} that names it. */
    public String settings() {
        return """
                environments:
                  workshop:
                    inputs:
                      config: %s
                      shop: %s
                """.formatted(config, environment().inputs().get("shop"));
    }

    /** The runbook's text. */
    public static String text() {
        return RUNBOOK;
    }

    public Home home() {
        return home;
    }

    public Path config() {
        return config;
    }

    public Path runbook() {
        return home.runbooks().resolve("wrong-mode.groovy");
    }

    /** From now on, drills are started by these rules. */
    public Workshop under(Gate rules) {
        gate = rules;
        return this;
    }

    /** From now on, somebody else must have approved the text of a drill of it. */
    public Workshop needingApproval() {
        return needingApproval(question -> {
            try (Database state = Database.open(home.state())) {
                question.accept(new Approvals(state, Clock.systemUTC()));
            }
        });
    }

    /** The same, with another way to the approvals. */
    public Workshop needingApproval(Gate.Access approvals) {
        Permissions rules = new Permissions(Set.of(), Set.of(), true);
        return under(new Gate(Map.of(name(), rules), WorkingTime.USUAL, approvals));
    }

    /** From now on, drills are guarded as usual: by a process each. */
    public Workshop guarded() {
        return guardedBy(GuardPost.in(home.locks(), GuardSettings.USUAL));
    }

    /** From now on, synthetic users visit that one. */
    Workshop visitedAt(Site other) {
        site = Optional.of(other);
        return this;
    }

    /** From now on, it is not up, until somebody starts it. */
    Workshop thatIsDown() {
        isUp = false;
        return this;
    }

    /** From now on, it stays up once it is. */
    Workshop thatCannotBeTakenDown() {
        canGoDown = false;
        return this;
    }

    /** From now on, no more than that may be broken. */
    public Workshop limitedBy(Limits rules) {
        limits = rules;
        return this;
    }

    /** From now on, drills are guarded by these. */
    public Workshop guardedBy(Guards others) {
        guards = others;
        return this;
    }

    public Drills drills() {
        return drillsOf(name());
    }

    /** The same service under several names, as if it were several. */
    public Drills drillsOf(String... names) {
        List<Stack> stacks = Arrays.stream(names).<Stack>map(this::named).toList();
        return new Drills(
                home,
                new Library(home.runbooks(), new Scripts())::load,
                new Environments(stacks, Map.of(name(), limits)),
                gate,
                guards,
                new Reporting(home.templates()),
                ZoneId.of("Europe/Berlin"),
                "test",
                DrillClock.system());
    }

    public Debts debts() {
        return new Debts(home, new Reporting(home.templates()), DrillClock.system());
    }

    /**
     * A drill whose engine died while its fault was live: its journal is cut behind the last undo that was owed, and the
     * service is broken.
     *
     * @return its id
     */
    public String leftOwing() throws IOException {
        LiveDrill drill = drills().start(run(), words -> {});
        DrillsTest.until(() -> Files.readString(config).contains("bad"));
        drill.stop("test");
        Path journal = drill.finished().join().folder().resolve("journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        int owed = lines.size() - 1;
        while (!lines.get(owed).contains("\"type\":\"owed\"")) owed--;
        Files.write(journal, lines.subList(0, owed + 1));
        Files.writeString(config, "# the service's own\nmode=bad\n");
        return drill.id();
    }

    private Stack named(String other) {
        Environment own = environment();
        return other.equals(name()) ? this : new FixedEnvironment(new Environment(other, own.inputs(), own.site()));
    }

    public static Start run() {
        return new Start("wrong-mode", "workshop", Map.of(), false, "ada", "terminal");
    }

    public static Start rehearsal() {
        return new Start("wrong-mode", "workshop", Map.of(), true, "ada", "terminal");
    }

    @Override
    public String name() {
        return "workshop";
    }

    @Override
    public boolean isUp() {
        return isUp;
    }

    @Override
    public void up(Consumer<String> progress) {
        isUp = true;
    }

    @Override
    public void down() {
        if (!canGoDown) throw new DrillException("it does not go down");
        isUp = false;
    }

    @Override
    public Environment environment() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Environment(name(), Map.of("config", config.toString(), "shop", address), site);
    }

    @Override
    public List<Part> parts() {
        return List.of();
    }

    @Override
    public void alertsTo(URI receiver, String token) {}

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.drillbook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.calendar.CalendarSettings;
import dev.drillbook.control.Approvals;
import dev.drillbook.control.Database;
import dev.drillbook.control.Doctor;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Exit;
import dev.drillbook.control.Finished;
import dev.drillbook.control.Gate;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.OpenDrill;
import dev.drillbook.control.ServeFile;
import dev.drillbook.control.Served;
import dev.drillbook.control.Start;
import dev.drillbook.control.Wire;
import dev.drillbook.control.Workshop;
import dev.drillbook.process.Identity;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Refused;
import dev.drillbook.schedule.CalendarDoor;
import dev.drillbook.settings.Settings;
import dev.drillbook.timeline.Happening;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A terminal beside a process that serves: a real server, real drills. */
class ServedTest {
    @TempDir
    private Path folder;

    private Workshop workshop;
    private Drills drills;
    private AutoCloseable door;
    private Served served;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        serve(workshop.drills());
    }

    private void serve(Drills here) throws IOException {
        drills = here;
        Path token = Files.writeString(folder.resolve("alerts-token"), "of-alerts\n");
        Settings settings = Settings.of(
                Settings.FILE, "serve:\n  listen: 127.0.0.1:0\n  alerts-token: file:" + token + "\n", Instant.EPOCH);
        door = ServeDoor.of(settings.root(), workshop.home()).open(drills);
        served = Served.find(workshop.home()).orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        door.close();
        workshop.close();
    }

    @Test
    void a_rehearsal_wished_for_beside_is_performed_there_and_told_here() {
        OpenDrill drill = served.start(Workshop.rehearsal());
        Finished finished = drill.finished().join();
        assertThat(finished.exit()).isEqualTo(Exit.DONE);
        assertThat(finished.files()).isNotEmpty();
        assertThat(finished.scorecard()).isPresent();
        assertThat(drills.find(drill.id())).isPresent();
    }

    @Test
    void its_lines_are_told_to_the_last_one() {
        OpenDrill drill = served.start(Workshop.rehearsal());
        Wire.Lines lines = drill.lines(0, false, Duration.ofSeconds(5));
        while (!lines.over()) lines = drill.lines(lines.seen(), false, Duration.ofSeconds(5));
        assertThat(lines.seen())
                .isEqualTo(drills.find(drill.id())
                        .orElseThrow()
                        .timeline()
                        .entries()
                        .size());
        drill.finished().join();
    }

    @Test
    void a_claim_beside_is_on_record_and_an_abort_puts_everything_back() {
        OpenDrill drill = served.start(Workshop.run());
        drill.say("bob", "hypothesis the disk");
        assertThat(drill.status().hypotheses()).containsExactly("1 the disk");
        drill.stop("SIGINT");
        Finished finished = drill.finished().join();
        assertThat(finished.owed()).isEmpty();
        assertThat(finished.timeline().aborted())
                .contains(new Happening.Aborted(Workshop.run().who(), "SIGINT", false));
        assertThat(drill.owed()).isZero();
    }

    @Test
    void with_the_token_of_alerts_an_alert_is_heard_and_nothing_else() throws Exception {
        OpenDrill drill = served.start(Workshop.run());
        String alert = """
                {"alerts":[{"labels":{"alertname":"A"},"startsAt":"2026-11-24T10:00:00Z"}]}""";
        assertThat(post("/alerts?environment=workshop", alert)).isEqualTo(200);
        assertThat(post("/say", "{\"who\":\"eve\",\"line\":\"abort\"}")).isEqualTo(401);
        drill.stop("test is over");
        assertThat(drill.finished().join().timeline().first(Happening.AlertFired.class))
                .isPresent();
    }

    private int post(String path, String body) throws Exception {
        URI address = ServeFile.alive(workshop.home()).orElseThrow().address();
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer of-alerts")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    404 | <h1>404 Not Found</h1>
                    404 | {"error":"not found"}
                    404 | {"message":"Not Found"}
                    200 | {}
                    200 | null
                    200 | [17]
                    """)
    void something_else_that_answers_there_is_not_taken_for_it(int status, String words) throws IOException {
        assertThat(whatComesOf(status, words))
                .isExactlyInstanceOf(DrillException.class)
                .hasMessageEndingWith(" answers in words that are none of ours: is it of another version?");
    }

    @Test
    void a_defect_there_ends_the_command_here_as_one() throws IOException {
        Throwable defect = whatComesOf(500, "{\"message\":\"a defect in Drillbook: its log tells more\",\"exit\":70}");
        assertThat(defect).hasMessageEndingWith(" says: a defect in Drillbook: its log tells more");
        assertThat(Exit.of(defect)).isEqualTo(Exit.DEFECT);
    }

    /** When something else stands where a serve should, and answers that to whatever is asked. */
    private Throwable whatComesOf(int status, String words) throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        other.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
            new ServeFile(address, "token", Identity.ofThisProcess()).write(workshop.home());
            return catchThrowable(
                    () -> Served.find(workshop.home()).orElseThrow().start(Workshop.run()));
        } finally {
            other.stop(0);
        }
    }

    @Test
    void what_forbids_a_drill_is_told_here_with_its_exit() {
        OpenDrill first = served.start(Workshop.run());
        assertThatThrownBy(() -> served.start(Workshop.run()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another drill is running");
        assertThatThrownBy(() -> served.start(new Start("wrong-mod", "workshop", Map.of(), false, "ada", "terminal")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("did you mean 'wrong-mode'");
        first.stop("test is over");
        first.finished().join();
    }

    @Test
    void one_whose_address_cannot_be_written_down_breaks_nothing_and_holds_nobody_up() throws IOException {
        String before = Files.readString(workshop.config());
        Path inTheWay = workshop.home().state().resolve("workshop.control.json/full");
        Files.createDirectories(inTheWay);
        assertThatThrownBy(() -> served.start(Workshop.run())).hasMessageContaining("cannot write");
        assertThat(drills.running()).isEmpty();
        assertThat(Files.readString(workshop.config())).isEqualTo(before);
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(served.start(Workshop.rehearsal()).finished().join().exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void the_doctor_beside_asks_it_for_the_approval_which_it_alone_can_read() throws Exception {
        door.close();
        try (Database database = Database.open(workshop.home().state())) {
            serve(workshop.needingApproval(question -> question.accept(new Approvals(database, Clock.systemUTC())))
                    .drills());
            assertThat(approvalSeenBeside()).startsWith("the text of runbook 'wrong-mode'");
            served.approve("wrong-mode", "workshop", "grace");
            assertThat(approvalSeenBeside()).isEqualTo("its text is approved");
        }
    }

    private String approvalSeenBeside() {
        return workshop
                .needingApproval(question -> {
                    throw new Refused("another process has the state open");
                })
                .drills()
                .doctor()
                .examine(Workshop.run())
                .stream()
                .filter(finding -> finding.what().equals("approval"))
                .map(Doctor.Finding::seen)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void its_token_is_another_after_each_start() throws Exception {
        String before = ServeFile.alive(workshop.home()).orElseThrow().token();
        door.close();
        serve(workshop.drills());
        assertThat(ServeFile.alive(workshop.home()).orElseThrow().token())
                .isNotBlank()
                .isNotEqualTo(before);
    }

    @Test
    void none_starts_once_it_is_ending() {
        drills.end("test is over");
        assertThatThrownBy(() -> served.start(Workshop.run()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ending");
    }

    @Test
    void it_is_not_ready_before_a_calendar_runs() throws Exception {
        assertThat(get("/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void it_is_ready_while_a_calendar_runs_until_it_is_ending() throws Exception {
        Settings empty = Settings.of(Settings.FILE, "", Instant.EPOCH);
        CalendarSettings calendar = new CalendarSettings(empty.root(), folder);
        try (Database database = Database.open(workshop.home().state())) {
            drills.plansWith(CalendarDoor.of(empty, calendar, database, Gate.OPEN, Clock.systemUTC())
                    .planning());
            assertThat(get("/ready").body()).isEqualTo("{\"status\":\"READY\"}");
            drills.end("test is over");
            assertThat(get("/ready").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void health_and_metrics_need_no_token_and_drills_do() throws Exception {
        assertThat(get("/health").body()).contains("UP");
        assertThat(get("/metrics").body()).contains("drillbook_undos_owed 0.0").contains("jvm_memory_used_bytes");
        assertThat(get("/status").statusCode()).isEqualTo(401);
    }

    @Test
    void metrics_count_the_drills_that_run() throws Exception {
        assertThat(get("/metrics").body()).contains("drillbook_drills_running 0.0");
        OpenDrill drill = served.start(Workshop.run());
        assertThat(get("/metrics").body()).contains("drillbook_drills_running 1.0");
        drill.stop("test is over");
        drill.finished().join();
        assertThat(get("/metrics").body()).contains("drillbook_drills_running 0.0");
    }

    @Test
    void metrics_count_the_undos_that_are_owed_once_their_drill_is_over() throws Exception {
        Files.writeString(workshop.runbook(), Workshop.owingText());
        served.start(Workshop.run()).finished().join();
        assertThat(get("/metrics").body()).contains("drillbook_drills_running 0.0", "drillbook_undos_owed 1.0");
    }

    /** It would tell a false alarm from a drill. */
    @Test
    void metrics_do_not_tell_players_that_something_was_just_broken() throws Exception {
        OpenDrill drill = served.start(Workshop.run());
        LiveDrill live = drills.find(drill.id()).orElseThrow();
        while (live.timeline().firstApplied().isEmpty())
            live.after(live.timeline().entries().size(), Duration.ofSeconds(1));
        assertThat(drill.owed()).isEqualTo(1);
        assertThat(get("/metrics").body()).contains("drillbook_undos_owed 0.0");
        drill.stop("test is over");
        drill.finished().join();
    }

    @Test
    void what_a_dead_serve_left_is_not_believed_though_another_process_has_its_pid() {
        Identity past = new Identity(ProcessHandle.current().pid(), Instant.EPOCH);
        ServeFile left = ServeFile.alive(workshop.home()).orElseThrow();
        new ServeFile(left.address(), left.token(), past).write(workshop.home());
        assertThat(Served.find(workshop.home())).isEmpty();
        left.write(workshop.home());
        assertThat(Served.find(workshop.home())).isPresent();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = ServeFile.alive(workshop.home()).orElseThrow().address();
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}

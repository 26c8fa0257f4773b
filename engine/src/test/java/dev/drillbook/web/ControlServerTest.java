package dev.drillbook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Finished;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Remote;
import dev.drillbook.control.Workshop;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Happening;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server, and a real drill behind it. */
class ControlServerTest {
    @TempDir
    private Path folder;

    private Workshop workshop;
    private ControlServer server;
    private LiveDrill drill;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        Drills drills = workshop.drills();
        server = ControlServer.start(drills);
        drill = drills.start(Workshop.run(), words -> {});
    }

    @AfterEach
    void close() {
        drill.stop("test is over");
        drill.finished().join();
        server.close();
        workshop.close();
    }

    @Test
    void a_second_terminal_reaches_the_drill() {
        Remote remote = Remote.find(workshop.home(), Optional.empty());
        remote.say("bob", "hypothesis the disk");
        assertThat(remote.status().hypotheses()).containsExactly("1 the disk");
    }

    @Test
    void a_time_that_is_named_there_is_in_the_zone_of_the_drill() {
        Remote remote = Remote.find(workshop.home(), Optional.empty());
        ZonedDateTime justNow = ZonedDateTime.now(drill.zone()).truncatedTo(ChronoUnit.SECONDS);
        remote.say("bob", "detected at " + justNow.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME));
        assertThat(drill.timeline().claimed("detected")).contains(justNow.toInstant());
        assertThat(remote.status().zone()).isEqualTo(drill.zone());
    }

    @Test
    void what_is_wrong_is_told_as_it_would_be_in_the_first() {
        Remote remote = Remote.find(workshop.home(), Optional.empty());
        assertThatThrownBy(() -> remote.say("bob", "rule-out 7"))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("no hypothesis is open");
    }

    @Test
    void responders_do_not_see_the_fault_and_facilitators_do() {
        Remote remote = Remote.find(workshop.home(), Optional.empty());
        while (drill.timeline().firstApplied().isEmpty())
            drill.after(drill.timeline().entries().size(), java.time.Duration.ofSeconds(1));
        assertThat(remote.after(0, false).lines().toString()).doesNotContain("set mode");
        assertThat(remote.after(0, true).lines().toString()).contains("set mode");
    }

    @Test
    void only_its_user_can_read_the_token() throws IOException {
        Path file = workshop.home().state().resolve("workshop.control.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_wrong_token_is_refused() throws IOException {
        assertThat(statusOf("GET", "/status", "", "Authorization: Bearer wrong"))
                .isEqualTo(401);
    }

    @Test
    void another_hosts_name_is_refused() throws IOException {
        assertThat(statusOf("GET", "/status", "", authorized(), "Host: evil.example"))
                .isEqualTo(403);
    }

    @Test
    void a_foreign_web_page_is_refused() throws IOException {
        assertThat(statusOf("POST", "/say", "", authorized(), "Origin: https://evil.example"))
                .isEqualTo(403);
    }

    @Test
    void an_alert_from_outside_is_in_the_journal() throws IOException {
        String webhook = """
                {"version":"4","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"StaleAnswers"},
                "annotations":{"summary":"1 in 10 answers is old"},"startsAt":"2026-11-24T10:00:00Z"}]}""";
        assertThat(statusOf("POST", "/alerts", webhook, authorized())).isEqualTo(200);
        while (drill.timeline().alertsSince(Instant.MIN).isEmpty())
            drill.after(drill.timeline().entries().size(), java.time.Duration.ofSeconds(1));
        assertThat(drill.timeline()
                        .first(Happening.AlertFired.class)
                        .orElseThrow()
                        .what()
                        .name())
                .isEqualTo("StaleAnswers");
    }

    @Test
    void what_a_sender_does_not_know_of_an_alert_costs_nobody_the_alert() throws IOException {
        String webhook = """
                {"alerts":[{"labels":{"alertname":"A","x":null},"annotations":{"summary":null},
                "startsAt":"2026-11-24T10:00:00Z"}]}""";
        assertThat(statusOf("POST", "/alerts", webhook, authorized())).isEqualTo(200);
        while (drill.timeline().alertsSince(Instant.MIN).isEmpty())
            drill.after(drill.timeline().entries().size(), java.time.Duration.ofSeconds(1));
        assertThat(drill.timeline().alertsSince(Instant.MIN))
                .containsExactly(new Happening.AlertFired(
                        "A", "", java.util.Map.of("alertname", "A"), Instant.parse("2026-11-24T10:00:00Z")));
        assertThat(drill.timeline().isClosed()).isFalse();
    }

    @Test
    void what_is_no_webhook_is_told() throws IOException {
        for (String wrong : List.of("{\"alerts\":17}", "{\"alerts\":[null]}", "{}", "null"))
            assertThat(statusOf("POST", "/alerts", wrong, authorized()))
                    .as(wrong)
                    .isEqualTo(400);
    }

    @Test
    void nobody_says_starts_or_approves_anything() throws IOException {
        String wish = "\"runbook\":\"wrong-mode\",\"environment\":\"workshop\"";
        for (String who : List.of("", ",\"who\":null", ",\"who\":\" \"")) {
            for (String[] call : new String[][] {
                {"/say", "{\"line\":\"detected\"" + who + "}"},
                {"/approve", "{" + wish + who + "}"},
                {"/drills", "{" + wish + ",\"inputs\":{},\"rehearsal\":false" + who + "}"}
            })
                assertThat(answerTo("POST", call[0], call[1], authorized()))
                        .as(call[0] + call[1])
                        .startsWith("HTTP/1.1 400 ")
                        .contains("\"message\":\"nobody is named who answers for it: say who\"");
        }
        assertThat(drill.timeline().claimed("detected")).isEmpty();
    }

    @Test
    void how_a_drill_stands_may_be_asked_without_a_name() throws IOException {
        assertThat(statusOf("POST", "/say", "{\"line\":\"status\"}", authorized()))
                .isEqualTo(200);
    }

    @Test
    void whatever_is_sent_is_answered() throws IOException {
        for (String path : List.of("/say", "/drills", "/approval", "/approve"))
            assertThat(statusOf("POST", path, "null", authorized())).as(path).isEqualTo(400);
    }

    @Test
    void what_was_left_out_is_told_by_its_name() throws IOException {
        for (String[] call : new String[][] {
            {"/say", "{\"who\":\"ada\",\"line\":null}", "no line was sent"},
            {"/approve", "{\"who\":\"ada\",\"environment\":\"workshop\"}", "no runbook was sent"},
            {"/approve", "{\"who\":\"ada\",\"runbook\":\"wrong-mode\"}", "no environment was sent"},
            {"/drills", "{\"who\":\"ada\",\"environment\":\"workshop\",\"inputs\":{}}", "no runbook was sent"},
            {"/approval", "{\"runbook\":\"x\",\"environment\":\"y\"}", "no map of inputs was sent"},
            {"/drills", "{\"runbook\":\"x\",\"environment\":\"y\",\"inputs\":{\"z\":null}}", "no input z was sent"}
        })
            assertThat(answerTo("POST", call[0], call[1], authorized()))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"message\":\"" + call[2]);
    }

    @Test
    void why_the_end_of_a_drill_cannot_be_told_is_told() throws IOException {
        drill.stop("test is over");
        Finished finished = drill.finished().join();
        drill.finished().obtrudeException(new DrillException("it left no record"));
        assertThat(answerTo("GET", "/finished?drill=" + drill.id(), "", authorized()))
                .startsWith("HTTP/1.1 400 ")
                .contains("it left no record");
        drill.finished().obtrudeValue(finished);
    }

    @Test
    void an_alert_that_is_not_in_order_is_told_and_costs_no_other_of_its_webhook_its_place() throws IOException {
        String webhook = """
                {"alerts":[null,{"labels":{"x":"y"}},{"labels":{"alertname":"A"},"startsAt":"2026-11-24T10:00:00Z"}]}""";
        assertThat(answerTo("POST", "/alerts", webhook, authorized()))
                .startsWith("HTTP/1.1 400 ")
                .contains("1 alert(s) received, 2 not: an alert that is null: send Alertmanager's version 4");
        assertThat(statusOf("POST", "/say", "{\"who\":\"ada\",\"line\":\"note after it\"}", authorized()))
                .isEqualTo(200); // heard behind whatever was told before
        assertThat(drill.timeline().alertsSince(Instant.MIN)).hasSize(1);
    }

    private String authorized() {
        return "Authorization: Bearer " + server.intake().token();
    }

    private int statusOf(String method, String path, String body, String... headers) throws IOException {
        return Integer.parseInt(answerTo(method, path, body, headers).split(" ")[1]);
    }

    /** By hand: Java's own client would not send a wrong Host. */
    private String answerTo(String method, String path, String body, String... headers) throws IOException {
        URI address = server.intake().address();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        String all = String.join("\r\n", headers);
        if (!all.contains("Host:")) request.append("Host: " + address.getAuthority() + "\r\n");
        request.append(all).append("\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.toString().getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

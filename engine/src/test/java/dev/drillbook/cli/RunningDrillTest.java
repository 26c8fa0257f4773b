package dev.drillbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Intake;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Start;
import dev.drillbook.control.Workshop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a player at another terminal learns of a drill that runs. */
class RunningDrillTest {
    private static final String FALSE_ALARM = Workshop.text()
            .replace(
                    "at 0.seconds apply ConfigFile.at(config).set(mode: 'bad')",
                    "after 20.seconds inject 'support', 'All is well.'")
            .replace("milestone 'restored' within 20.seconds\n", "");

    @TempDir
    private Path folder;

    private Workshop workshop;
    private Typed cli;
    private LiveDrill drill;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        cli = new Typed(workshop);
    }

    @AfterEach
    void close() {
        drill.stop("test is over");
        drill.finished().join();
        workshop.close();
    }

    @Test
    void undo_says_that_it_puts_everything_back_itself_and_pays_nothing() throws IOException {
        startBroken();
        for (String[] typed : new String[][] {{"undo"}, {"undo", "--list"}, {"undo", drill.id()}}) {
            assertThat(run(typed)).isEqualTo(List.of(typed).contains("--list") ? 0 : 3);
            assertThat(cli.out() + cli.err())
                    .isEqualTo("drill " + drill.id() + " runs: it puts everything back itself; nothing to pay now"
                            + " (--facilitator shows what it would owe)\n");
        }
        assertThat(workshop.config()).content().contains("mode=bad");
    }

    @Test
    void undo_as_json_leaves_out_what_it_owes() {
        startBroken();
        assertThat(run("undo", "--list", "--json")).isZero();
        assertThat(cli.out()).isEqualTo("[]\n");
    }

    @Test
    void a_facilitator_sees_what_it_would_owe() {
        startBroken();
        assertThat(run("undo", "--list", "--facilitator")).isZero();
        assertThat(cli.out()).startsWith(drill.id() + " owes undo 1, of ").contains("set mode");
        assertThat(run("undo", "--list", "--facilitator", "--json")).isZero();
        assertThat(cli.out()).contains("\"number\":1,").contains("set mode");
    }

    @Test
    void none_of_its_undos_is_written_off_nor_told() {
        startBroken();
        assertThat(run("undo", drill.id(), "--write-off", "7", "--because", "curious"))
                .isEqualTo(3);
        assertThat(cli.err())
                .isEqualTo(
                        "drill " + drill.id() + " runs: it puts everything back itself; end it with drillbook abort\n");
    }

    @Test
    void its_report_which_has_the_answer_is_not_written_yet() {
        startBroken();
        assertThat(run("report", drill.id())).isEqualTo(3);
        assertThat(workshop.home().reports().resolve(drill.id())).isDirectoryNotContaining("glob:**.md");
    }

    @Test
    void what_others_owe_is_paid_meanwhile() throws IOException {
        String owing = workshop.leftOwing();
        start("annex");
        assertThat(run("undo")).isEqualTo(3);
        assertThat(cli.out()).contains(owing + ": everything was put back", "drill " + drill.id() + " runs: ");
    }

    /** Also by the doctor, whose look at a fault that is live would name it. */
    @Test
    void nothing_tells_a_false_alarm_from_a_drill_that_broke_something() throws IOException {
        startBroken();
        String real = told();
        drill.stop("test is over");
        drill.finished().join();
        Files.writeString(workshop.runbook(), FALSE_ALARM);
        Files.move(workshop.home().reports(), folder.resolve("earlier"));
        start("workshop");
        assertThat(told()).isEqualTo(real).doesNotContain("mode", "STILL OWED", "still owe");
    }

    private String told() {
        StringBuilder told = new StringBuilder();
        for (String[] typed : new String[][] {
            {"undo"},
            {"undo", "--list", "--json"},
            {"drills"},
            {"drills", "--json"},
            {"doctor", "--environment", "workshop"},
            {"doctor", "wrong-mode", "--environment", "workshop"}
        }) told.append(run(typed)).append(cli.out()).append(cli.err());
        return told.toString()
                .replace("wrong-mode", "the runbook")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\d-\\d+", "the drill")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\d[T ][0-9:.]+", "then")
                .replaceAll("\\d+(\\.\\d+)? m?s\\b|\"length\":[0-9.]+", "a while");
    }

    private void startBroken() {
        start("workshop");
        while (drill.timeline().firstApplied().isEmpty())
            drill.after(drill.timeline().entries().size(), Duration.ofSeconds(1));
    }

    private void start(String environment) {
        Drills drills = workshop.drillsOf("workshop", "annex");
        drills.takesCallsAt(new Intake(URI.create("http://127.0.0.1:1"), "nobody calls"));
        drill = drills.start(new Start("wrong-mode", environment, Map.of(), false, "ada", "terminal"), words -> {});
    }

    private int run(String... arguments) {
        cli.clear();
        return cli.run(arguments);
    }
}

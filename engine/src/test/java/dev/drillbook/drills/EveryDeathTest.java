package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.Drillbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drills that break a real file, Redis, PostgreSQL and a command's work, ended in every phase in every way; whether all is
 * undone, and how soon, is asked with clients that are not Drillbook's.
 */
@Tag("drills")
class EveryDeathTest {
    /** From the death (of a frozen one: from the end of its heartbeat) until everything is undone. */
    private static final double MOST_SECONDS = 2.0;

    /** A machine that was busy with something else gets a cell's seconds wrong, but never what it proves. */
    private static final int ATTEMPTS = 3;

    private enum Phase {
        BEFORE_THE_FAULT,
        APPLYING,
        LIVE,
        A_PERSON_REPAIRS,
        UNDOING,
        RENDERING
    }

    private enum Death {
        NORMAL_END(1), // a player aborts it
        PROBE_FAILS(1), // no probe can end a drill: a player aborts it, who sees nothing any more
        SIGINT(130),
        SIGTERM(143),
        SIGHUP(129),
        KILL_9(137),
        KILL_9_OF_THE_GROUP(137),
        SIGSTOP(137);

        private final int exit;

        Death(int exit) {
            this.exit = exit;
        }
    }

    @TempDir
    private static Path home;

    @TempDir
    private static Path secrets;

    private static Lab lab;

    private Drillbook.Running engine;

    @BeforeAll
    static void up() throws IOException {
        lab = new Lab(home, secrets);
    }

    @AfterAll
    static void down() {
        lab.close();
    }

    @Test
    void everything_is_undone_in_time_in_whatever_phase_and_way_a_drill_dies() throws Exception {
        Map<Phase, Map<Death, String>> table = new EnumMap<>(Phase.class);
        List<String> wrong = new ArrayList<>();
        for (Phase phase : Phase.values())
            for (Death death : Death.values()) {
                String cell = cell(phase, death, wrong);
                table.computeIfAbsent(phase, row -> new EnumMap<>(Death.class)).put(death, cell);
            }
        print(table);
        assertThat(wrong).isEmpty();
    }

    private String cell(Phase phase, Death death, List<String> wrong) throws Exception {
        try {
            double seconds = Double.MAX_VALUE;
            for (int attempt = 0; seconds > MOST_SECONDS && attempt < ATTEMPTS; attempt++) {
                seconds = dies(phase, death);
                lab.clean();
            }
            if (seconds > MOST_SECONDS) wrong.add(phase + " × " + death + ": undone only after " + seconds + " s");
            return String.format(Locale.ROOT, "%.2f", seconds);
        } catch (AssertionError | RuntimeException e) {
            wrong.add(phase + " × " + death + ": " + e.getMessage());
            return "WRONG";
        } finally {
            lab.clean();
        }
    }

    private static void print(Map<Phase, Map<Death, String>> table) {
        String head = Arrays.stream(Death.values())
                .map(death -> String.format("%20s", death))
                .collect(Collectors.joining());
        System.out.printf("%-18s%s   (seconds from the death until all was undone)%n", "", head);
        table.forEach((phase, row) -> System.out.printf(
                "%-18s%s%n",
                phase,
                row.values().stream().map(cell -> String.format("%20s", cell)).collect(Collectors.joining())));
    }

    /** @return seconds from the death until all was undone */
    private double dies(Phase phase, Death death) throws Exception {
        engine = lab.begin();
        reach(phase);
        long died = System.nanoTime();
        die(death, phase);
        Waiting.until("everything is undone", Lab.PATIENCE, lab::isPutBack);
        double seconds = (System.nanoTime() - died) / 1e9;
        lab.holds(); // so that it can be verified
        // nothing is owed then, so nobody ends it: it goes on where it was
        if (phase == Phase.RENDERING && death == Death.SIGSTOP)
            Lab.kill("-CONT", "-" + engine.process().pid());
        int exit = engine.ended(Lab.PATIENCE).exit();
        if (exit != death.exit && phase != Phase.RENDERING && phase != Phase.UNDOING)
            throw new AssertionError("exit " + exit + " where " + death.exit + " is expected");
        isRecorded();
        return death == Death.SIGSTOP ? Math.max(0, seconds - Lab.HEARTBEAT.toMillis() / 1e3) : seconds;
    }

    private void isRecorded() throws Exception {
        Path folder = lab.folder();
        Waiting.until("its journal is closed", Lab.PATIENCE, () -> Journals.has(folder, "closed"));
        Waiting.until("no guard is left", Lab.PATIENCE, () -> lab.guards().isEmpty());
        assertThat(Journals.entries(folder, "stays-owed")).isEmpty();
        assertThat(lab.isPutBack()).isTrue();
        Path report = folder.resolve("postmortem.pdf");
        if (!Files.exists(report))
            lab.drillbook.run("report", folder.getFileName().toString());
        assertThat(report).isNotEmptyFile();
        lab.noSecretIsToldAnywhere();
    }

    private void reach(Phase phase) throws IOException {
        switch (phase) {
            case BEFORE_THE_FAULT -> Waiting.until("it began", Lab.PATIENCE, () -> Journals.has(lab.folder(), "began"));
            case APPLYING ->
                Waiting.until("a command applies", Lab.PATIENCE, () -> Files.exists(lab.beside("applying")));
            case LIVE -> lab.isLive();
            case A_PERSON_REPAIRS -> {
                lab.isLive();
                lab.aPersonRepairsTheFile();
            }
            case UNDOING -> {
                lab.isLive();
                engine.type("abort");
                Waiting.until("it undoes", Lab.PATIENCE, () -> Files.exists(lab.beside("undoing")));
            }
            case RENDERING -> {
                lab.isLive();
                engine.type("abort");
                Waiting.until("it is closed", Lab.PATIENCE, () -> Journals.has(lab.folder(), "closed"));
            }
        }
    }

    private void die(Death death, Phase phase) throws Exception {
        switch (death) {
            case NORMAL_END -> abort(phase);
            case PROBE_FAILS -> {
                lab.failsToHold();
                TimeUnit.MILLISECONDS.sleep(300); // it has asked, and failed
                abort(phase);
            }
            case SIGINT, SIGTERM, SIGHUP -> engine.signal(death.name().substring(3));
            case KILL_9 -> engine.signal("KILL");
            case KILL_9_OF_THE_GROUP -> Lab.kill("-KILL", "-" + engine.process().pid());
            case SIGSTOP -> Lab.kill("-STOP", "-" + engine.process().pid());
        }
    }

    private void abort(Phase phase) {
        if (phase != Phase.UNDOING && phase != Phase.RENDERING) engine.type("abort");
    }
}

package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.Drillbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills that died together with their guards: what they owe is paid by hand, in whatever state the world is by then. */
@Tag("drills")
class OwedAfterDeathTest {
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

    @AfterEach
    void clean() throws Exception {
        lab.noSecretIsToldAnywhere();
        lab.clean();
    }

    private void dies() throws Exception {
        engine = lab.begin();
        lab.isLive();
        lab.dieTogether();
        assertThat(lab.isPutBack()).isFalse();
    }

    private Drillbook.Ended undo() {
        Drillbook.Ended ended = lab.drillbook.run("undo");
        System.out.println(ended.out() + ended.err());
        return ended;
    }

    @Test
    void the_next_undo_pays_everything_and_the_one_after_it_nothing() throws Exception {
        dies();
        Drillbook.Ended first = undo();
        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("everything was put back");
        assertThat(lab.isPutBack()).isTrue();
        assertThat(undo().out()).isEqualTo("nothing is owed\n");
        assertThat(Journals.entries(lab.folder(), "paid")).hasSize(4);
        assertThat(Journals.has(lab.folder(), "closed")).isTrue();
    }

    @Test
    void of_an_engine_that_is_frozen_and_whose_guard_is_dead_too() throws Exception {
        engine = lab.begin();
        lab.isLive();
        lab.freezeWithoutAGuard();
        assertThat(lab.isPutBack()).isFalse();
        Drillbook.Ended first = undo();
        assertThat(first.exit()).isZero();
        assertThat(first.err()).contains("is stopped, and is ended for good");
        assertThat(lab.isPutBack()).isTrue();
        assertThat(engine.process().isAlive()).isFalse();
    }

    @Test
    void in_the_middle_of_an_apply_too() throws Exception {
        engine = lab.begin();
        Waiting.until("a command applies", Lab.PATIENCE, () -> Files.exists(lab.beside("applying")));
        lab.noSecretIsToldAnywhere(); // nor in the words of that command
        lab.dieTogether();
        assertThat(undo().exit()).isZero();
        assertThat(lab.isPutBack()).isTrue();
    }

    @Test
    void and_in_the_middle_of_an_undo_or_of_the_undo_that_was_to_pay_it() throws Exception {
        engine = lab.begin();
        lab.isLive();
        engine.type("abort");
        Waiting.until("it undoes", Lab.PATIENCE, () -> Files.exists(lab.beside("undoing")));
        lab.dieTogether();
        Files.deleteIfExists(lab.beside("undoing"));

        Drillbook.Running cut = lab.drillbook.start("undo");
        Waiting.until("it undoes", Lab.PATIENCE, () -> Files.exists(lab.beside("undoing")));
        cut.signal("KILL");
        cut.ended(Lab.PATIENCE);

        assertThat(undo().exit()).isZero();
        assertThat(lab.isPutBack()).isTrue();
    }

    @Test
    void one_that_fails_stays_owed_others_are_paid_and_no_drill_starts_until_it_is_paid() throws Exception {
        dies();
        Files.createFile(lab.beside("stuck"));
        assertThat(undo().exit()).isEqualTo(4);
        assertThat(lab.areOthersPutBack()).isTrue();
        assertThat(Files.readString(lab.config)).contains("ttl-seconds=60");

        Drillbook.Ended refused = lab.drillbook.run("run", "everything", "--environment", "lab");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .contains("still owes an undo", "drillbook undo " + lab.folder().getFileName());

        Files.delete(lab.beside("stuck"));
        assertThat(undo().exit()).isZero();
        assertThat(lab.isPutBack()).isTrue();
    }

    @Test
    void a_target_that_does_not_answer_is_owed_and_is_paid_when_it_answers_again() throws Exception {
        dies();
        String redis = Long.toString(lab.practice.pids().get("redis"));
        Lab.kill("-STOP", redis);
        Drillbook.Running tried = lab.drillbook.start("undo");
        try {
            assertThat(tried.ended(Duration.ofMinutes(2)).exit()).isEqualTo(4);
        } finally {
            Lab.kill("-CONT", redis);
        }
        assertThat(Journals.entries(lab.folder(), "paid")).hasSize(3);
        assertThat(undo().exit()).isZero();
        assertThat(lab.isPutBack()).isTrue();
    }

    @Test
    void what_a_person_set_meanwhile_on_the_same_key_is_left_alone_and_stays_owed() throws Exception {
        dies();
        Files.writeString(lab.config, Files.readString(lab.config).replace("86400", "300") + "# by hand\n");
        assertThat(undo().exit()).isEqualTo(4);
        assertThat(Files.readString(lab.config)).contains("ttl-seconds=300", "# by hand");
        assertThat(lab.areOthersPutBack()).isTrue();

        Files.writeString(lab.config, Files.readString(lab.config).replace("=300", "=60"));
        assertThat(undo().exit()).isZero();
        assertThat(Files.readString(lab.config)).contains("ttl-seconds=60", "# by hand");
    }
}

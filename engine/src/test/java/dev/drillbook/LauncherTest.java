package dev.drillbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    @TempDir
    Path folder;

    CopyOfTheTree tree;

    @BeforeEach
    void a_fresh_clone() throws IOException {
        tree = new CopyOfTheTree(folder.resolve("first"), "Übung mit Leerzeichen", "system").withoutArchive();
    }

    @AfterEach
    void nothing_leads_out() throws IOException {
        tree.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "busybox"})
    void builds_at_the_first_start_and_never_again_while_nothing_changes(String shell) throws IOException {
        tree.close();
        tree = new CopyOfTheTree(folder.resolve("with " + shell), "clone", shell);

        var first = tree.start("list", "two words");
        var second = tree.start("list", "two words");

        assertThat(first.err()).isEqualTo("drillbook: building Drillbook (once, about a minute) ...\n");
        assertThat(second.err()).isEmpty();
        assertThat(first.out()).contains("args list|two words\n");
        assertThat(second.out()).contains("args list|two words\n");
        assertThat(tree.mavenCalls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "de_DE.ISO-8859-1", "C.UTF-8"})
    void finds_its_home_through_a_link_from_anywhere_in_any_locale(String locale) throws IOException {
        tree.environment.put("LC_ALL", locale);
        var link = Files.createSymbolicLink(tree.stand.resolve("bin/drillbook"), tree.home.resolve("drillbook"));
        var started = CopyOfTheTree.ended(tree.begin(link, "note", "Käse"));
        assertThat(started.out()).contains("home " + tree.home + "\n", "exists true\n", "args note|Käse\n");
        assertThat(started.err()).isEqualTo("drillbook: building Drillbook (once, about a minute) ...\n");
    }

    @Test
    void an_edited_source_is_built() throws IOException {
        tree.start();
        tree.source("engine/src/main/java/A.java");
        assertThat(tree.start().err()).isEqualTo("drillbook: building Drillbook (its sources changed) ...\n");
        assertThat(tree.mavenCalls()).hasSize(2);
    }

    @Test
    void a_removed_source_is_built() throws IOException {
        tree.start();
        Files.delete(tree.home.resolve("engine/src/main/java/B.java"));
        tree.start();
        assertThat(tree.mavenCalls()).hasSize(2);
    }

    @Test
    void what_is_edited_during_a_build_is_built_by_the_next_start() throws IOException {
        Files.createFile(tree.stand.resolve("hold"));
        var first = tree.begin();
        await(() -> tree.mavenCalls().size() == 1);
        tree.source("engine/src/main/java/A.java");
        Files.delete(tree.stand.resolve("hold"));
        CopyOfTheTree.ended(first);
        tree.start();
        assertThat(tree.mavenCalls()).hasSize(2);
    }

    @Test
    void two_at_once_build_once() throws IOException {
        Files.createFile(tree.stand.resolve("hold"));
        var first = tree.begin();
        await(() -> tree.mavenCalls().size() == 1);
        var second = tree.begin("second");
        assertThat(second.errorReader().readLine()).isEqualTo("drillbook: waiting for another build ...");
        Files.delete(tree.stand.resolve("hold"));
        assertThat(CopyOfTheTree.ended(second).out()).contains("args second");
        assertThat(CopyOfTheTree.ended(first).code()).isZero();
        assertThat(tree.mavenCalls()).hasSize(1);
    }

    @Test
    void a_build_that_was_killed_blocks_nobody_and_is_done_again() throws IOException {
        Files.createFile(tree.stand.resolve("hold"));
        var killed = tree.begin();
        await(() -> tree.mavenCalls().size() == 1);
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly();
        Files.copy(tree.stand.resolve("main.jar"), tree.home.resolve("engine/target/drillbook.jar"));
        Files.delete(tree.stand.resolve("hold"));
        assertThat(tree.start().code()).isZero();
        assertThat(tree.mavenCalls()).hasSize(2);
    }

    @Test
    void a_failed_build_shows_its_last_lines_and_is_tried_again() throws IOException {
        Files.createFile(tree.stand.resolve("broken"));
        var failed = tree.start("--version");
        assertThat(failed.code()).isEqualTo(69);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("[ERROR] Main.java:[3,1] not a statement\n")
                .endsWith("drillbook: the build failed; all it said is in "
                        + tree.home.resolve("engine/target/build.log") + "\n");

        Files.delete(tree.stand.resolve("broken"));
        assertThat(tree.start("--version").code()).isZero();
    }

    @Test
    void a_build_leaves_the_jar_of_a_running_drill_alone() throws IOException {
        tree.start();
        var jar = tree.home.resolve("engine/target/drillbook.jar");
        var before = Files.getAttribute(jar, "unix:ino");
        tree.source("pom.xml");
        tree.start();
        assertThat(Files.getAttribute(jar, "unix:ino")).isNotEqualTo(before);
    }

    @Test
    void a_maven_older_than_3_6_3_gives_way_to_the_wrapper() throws IOException {
        Files.writeString(tree.stand.resolve("maven-version"), "3.6.2");
        tree.start();
        Files.writeString(tree.stand.resolve("maven-version"), "3.6.3");
        tree.source("pom.xml");
        tree.start();
        assertThat(tree.mavenCalls())
                .satisfiesExactly(
                        old -> assertThat(old)
                                .startsWith(tree.home.resolve("mvnw").toString()),
                        young -> assertThat(young)
                                .startsWith(tree.stand.resolve("bin/mvn").toString()));
    }

    @Test
    void without_maven_the_wrapper_builds() throws IOException {
        Files.delete(tree.stand.resolve("bin/mvn"));
        assertThat(tree.start().code()).isZero();
        assertThat(tree.mavenCalls())
                .singleElement()
                .asString()
                .startsWith(tree.home.resolve("mvnw").toString());
    }

    @Test
    void a_build_runs_no_tests_and_judges_no_format() throws IOException {
        tree.start();
        assertThat(tree.mavenCalls()).singleElement().asString().contains(" -Dmaven.test.skip -Dspotless.check.skip ");
    }

    @Test
    void a_jar_that_only_looks_new_is_not_trusted_after_an_unfinished_build() throws IOException {
        tree.start();
        Files.createFile(tree.home.resolve("engine/target/build.unfinished"));
        Files.setLastModifiedTime(
                tree.home.resolve("engine/target/drillbook.jar"),
                FileTime.from(Instant.now().plusSeconds(3600)));
        tree.start();
        assertThat(tree.mavenCalls()).hasSize(2);
    }

    @Test
    void starts_without_an_archive_where_none_can_be_made() {
        var started = tree.start("list");
        assertThat(started.code()).isZero();
        assertThat(started.out()).contains("-Xshare:auto");
    }

    @Test
    void a_runtime_without_a_compiler_cannot_build() throws IOException {
        var jre = tree.stand.resolve("jre");
        Files.createDirectories(jre.resolve("bin"));
        Files.createSymbolicLink(jre.resolve("bin/java"), CopyOfTheTree.JDK.resolve("bin/java"));
        tree.environment.put("JAVA_HOME", jre.toString());
        var started = tree.start("--version");
        assertThat(started.code()).isEqualTo(69);
        assertThat(started.err().lines()).singleElement().asString().contains(jre + " has no compiler");
    }

    interface Question {
        boolean ask() throws IOException;
    }

    static void await(Question question) throws IOException {
        var deadline = Instant.now().plusSeconds(90);
        while (!question.ask()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }
}

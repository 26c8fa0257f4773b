package dev.drillbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherStartTest {
    @TempDir
    static Path folder;

    static CopyOfTheTree tree;

    @BeforeAll
    static void a_built_tree() throws IOException {
        tree = new CopyOfTheTree(folder, "clone", "system");
        tree.start();
    }

    @AfterEach
    void as_it_was() throws IOException {
        tree.environment.remove("DRILLBOOK_JAVA_OPTS");
        tree.environment.put("JAVA_HOME", CopyOfTheTree.JDK.toString());
        Files.deleteIfExists(tree.stand.resolve("bin/java"));
        Files.deleteIfExists(tree.stand.resolve("usual/jdk"));
    }

    @AfterAll
    static void nothing_leads_out() throws IOException {
        tree.close();
    }

    @Test
    void becomes_java_so_that_signals_reach_it() {
        var started = tree.start("list");
        assertThat(started.out()).contains("pid " + started.pid() + "\n");
    }

    @Test
    void ends_as_java_ended() {
        assertThat(tree.start("exit", "4").code()).isEqualTo(4);
    }

    @Test
    void takes_further_options_for_java() {
        tree.environment.put("DRILLBOOK_JAVA_OPTS", "-XX:+UseParallelGC -Dx=*");
        assertThat(tree.start("list").out())
                .contains(" -XX:+UseParallelGC -Dx=* ")
                .doesNotContain("SerialGC");
    }

    @Test
    void starts_with_the_quick_compiler() {
        assertThat(tree.start("rehearse").out()).contains("TieredStopAtLevel=1");
    }

    @Test
    void loads_its_classes_from_the_archive() {
        tree.environment.put("DRILLBOOK_JAVA_OPTS", "-Xlog:class+load:stdout");
        assertThat(tree.start("list").out().lines())
                .filteredOn(line -> line.contains(" dev.drillbook."))
                .filteredOn(line -> line.contains("[class,load]"))
                .isNotEmpty()
                .allMatch(line -> line.contains("source: shared objects file"));
    }

    @Test
    void makes_a_new_archive_after_a_build() throws IOException {
        tree.source("pom.xml");
        tree.start();
        loads_its_classes_from_the_archive();
    }

    @Test
    void java_home_goes_before_the_path() throws IOException {
        linkJava();
        tree.environment.put(
                "JAVA_HOME",
                Files.createSymbolicLink(tree.stand.resolve("mine"), CopyOfTheTree.JDK)
                        .toString());
        assertThat(tree.start().out()).contains("archive/", "/stand/mine.jsa");
    }

    @Test
    void java_on_the_path_will_do() throws IOException {
        tree.environment.remove("JAVA_HOME");
        linkJava();
        assertThat(tree.start().code()).isZero();
    }

    @Test
    void a_version_managers_java_on_the_path_will_do() throws IOException {
        tree.environment.remove("JAVA_HOME");
        CopyOfTheTree.script(
                tree.stand.resolve("bin/java"), "#!/bin/sh\nexec " + CopyOfTheTree.JDK + "/bin/java \"$@\"\n");
        assertThat(tree.start().code()).isZero();
    }

    @Test
    void a_jdk_in_a_usual_place_will_do_when_the_others_are_too_old() throws IOException {
        tree.environment.put("JAVA_HOME", tree.jdkThatSays("1.8.0_392").toString());
        Files.createDirectory(tree.stand.resolve("usual"));
        Files.createSymbolicLink(tree.stand.resolve("usual/jdk"), CopyOfTheTree.JDK);
        assertThat(tree.start().code()).isZero();
    }

    @Test
    void without_a_jdk_it_says_so_in_one_line() {
        tree.environment.remove("JAVA_HOME");
        var started = tree.start("--version");
        assertThat(started.code()).isEqualTo(69);
        assertThat(started.err())
                .isEqualTo("drillbook: needs a JDK 17 or newer, and found none;"
                        + " install one, or set JAVA_HOME to its folder\n");
    }

    @Test
    void a_jdk_that_is_too_old_is_named() throws IOException {
        var old = tree.jdkThatSays("11.0.2");
        tree.environment.put("JAVA_HOME", old.toString());
        var started = tree.start("--version");
        assertThat(started.code()).isEqualTo(69);
        assertThat(started.err().lines()).singleElement().asString().contains("Java 11 in " + old + " is too old");
    }

    private void linkJava() throws IOException {
        Files.createSymbolicLink(tree.stand.resolve("bin/java"), CopyOfTheTree.JDK.resolve("bin/java"));
    }
}

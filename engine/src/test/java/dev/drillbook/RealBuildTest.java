package dev.drillbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the real Maven and the real sources, in a copy of them, on each JDK of this machine. */
@Tag("drills")
class RealBuildTest {
    private static final Path ORIGINAL =
            Path.of(System.getProperty("drillbook.home")).toAbsolutePath().normalize();

    @TempDir
    Path folder;

    Path home;

    @BeforeEach
    void a_copy_of_the_sources() throws IOException {
        home = Files.createDirectories(folder.resolve("Übung mit Leerzeichen"));
        for (var part :
                List.of("drillbook", "pom.xml", "engine/pom.xml", "engine/src/main", "templates", "runbooks", ".mvn"))
            if (Files.exists(ORIGINAL.resolve(part))) copy(part);
    }

    @Test
    void builds_starts_and_tells_what_does_not_compile() throws Exception {
        assertThat(start("--version").code()).isZero();
        assertThat(start("--version").err()).isEmpty();

        var broken = home.resolve("engine/src/main/java/dev/drillbook/Broken.java");
        Files.writeString(broken, "package dev.drillbook; class Broken { int n = \"one\"; }");
        var failed = start("--version");
        assertThat(failed.code()).isEqualTo(69);
        assertThat(failed.err()).contains("Broken.java:[1,47]", "the build failed");

        Files.delete(broken);
        assertThat(start("--version").code()).isZero();
    }

    @Test
    void each_jdk_gets_an_archive_of_the_classes_and_has_nothing_to_warn_of() throws Exception {
        start("--version");
        for (var jdk : jdks()) {
            start(jdk, "--version"); // makes the archive
            for (var words : List.of("--version", "list", "faults"))
                assertThat(start(jdk, words).err()).as(words + " on " + jdk).isEmpty();
        }
        try (var files = Files.walk(home.resolve("engine/target/archive"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(jdks().size())
                    .allSatisfy(archive -> assertThat(archive).isNotEmptyFile());
        }
    }

    /** From the file that each JDK has since 9. */
    private static List<Path> jdks() throws IOException {
        try (var folders = Files.list(Path.of(System.getProperty("java.home")).getParent())) {
            return folders.filter(jdk -> Files.exists(jdk.resolve("release")))
                    .filter(jdk -> !Files.isSymbolicLink(jdk))
                    .filter(jdk -> release(jdk).matches("(?s).*JAVA_VERSION=\"(1[7-9]|[2-9][0-9]).*"))
                    .toList();
        }
    }

    private static String release(Path jdk) {
        try {
            return Files.readString(jdk.resolve("release"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private CopyOfTheTree.Ended start(String word) throws IOException {
        return start(CopyOfTheTree.JDK, word);
    }

    private CopyOfTheTree.Ended start(Path jdk, String word) throws IOException {
        var builder = new ProcessBuilder(home.resolve("drillbook").toString(), word).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        return CopyOfTheTree.ended(builder.start());
    }

    private void copy(String part) throws IOException {
        try (var files = Files.walk(ORIGINAL.resolve(part))) {
            for (var file : files.toList()) {
                var copy = home.resolve(ORIGINAL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (Files.isRegularFile(file)) Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}

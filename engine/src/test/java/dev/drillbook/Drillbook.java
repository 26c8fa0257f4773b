package dev.drillbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Drillbook as its users run it: a process of its own, in a home of its own. */
public final class Drillbook {
    private static final Path PROJECT =
            Path.of(System.getProperty("drillbook.home")).toAbsolutePath().normalize();

    private final Path home;

    private Drillbook(Path home) {
        this.home = home;
    }

    /** A home with the shipped runbooks and templates, and no reports yet. */
    public static Drillbook in(Path home) {
        copy("runbooks", home);
        copy("templates", home);
        return new Drillbook(home);
    }

    private static void copy(String folder, Path home) {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = home.resolve(PROJECT.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path home() {
        return home;
    }

    public Path reports() {
        return home.resolve("reports");
    }

    /** What a command came to. */
    public record Ended(int exit, String out, String err) {}

    /** A command that runs. Its output goes to files, so that a full pipe never holds it up. */
    public record Running(Process process, Path out, Path err) {
        public Ended ended(Duration within) {
            try {
                if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("not ended within " + within + "; it said: " + text(out) + text(err));
                }
                return new Ended(process.exitValue(), text(out), text(err));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        public void type(String line) {
            try {
                process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Sends a signal, as kill would. @param name such as {@code TERM} */
        public void signal(String name) {
            try {
                new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        public String said() {
            return text(out);
        }
    }

    public Running start(String... arguments) {
        return start(List.of(), arguments);
    }

    /** @param before words of a command that runs it, such as {@code setpriv --reuid 65534} */
    public Running start(List<String> before, String... arguments) {
        List<String> command = new ArrayList<>(before);
        // These tests may run as a background job, whose children ignore some signals.
        command.addAll(List.of("env", "--default-signal=INT,HUP,TERM"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Ddrillbook.home=" + home,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.drillbook.Main"));
        command.addAll(List.of(arguments));
        try {
            Path out = said(".out");
            Path err = said(".err");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Running(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path said(String ending) throws IOException {
        Path file = Files.createTempFile("drillbook", ending);
        file.toFile().deleteOnExit();
        return file;
    }

    public Ended run(String... arguments) {
        Running running = start(arguments);
        try {
            running.process().getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running.ended(Duration.ofMinutes(5));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

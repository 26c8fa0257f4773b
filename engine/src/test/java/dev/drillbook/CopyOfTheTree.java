package dev.drillbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/**
 * The launcher in a small tree of its own, with only the named tools on its PATH and a {@code mvn} that writes down how it
 * was called. Everything else is real: shell, java, and the jar that is "built" ({@link Stand} as {@code Main}).
 */
final class CopyOfTheTree implements AutoCloseable {
    static final Path JDK = Path.of(System.getProperty("java.home"));

    private static final List<String> TOOLS = List.of(
            ("sh dirname readlink find sed mkdir cp mv touch rm tail grep flock sleep cat echo awk").split(" "));

    private static final String MAVEN = """
            #!/bin/sh
            case "$*" in *-v) echo "Apache Maven $(cat "$STAND/maven-version")"; exit ;; esac
            echo "$0 $*" >>"$STAND/calls"
            while [ -e "$STAND/hold" ]; do sleep 0.05; done
            [ ! -e "$STAND/broken" ] || { echo "[ERROR] Main.java:[3,1] not a statement"; exit 1; }
            cp "$STAND/main.jar" engine/target/drillbook-engine.jar
            """;

    final Path home;
    final Path stand;
    final Map<String, String> environment = new TreeMap<>();

    /**
     * @param name of the folder that stands for the clone
     * @param shell whose {@code sh} and tools to use: {@code "system"} or {@code "busybox"}
     */
    CopyOfTheTree(Path folder, String name, String shell) throws IOException {
        home = Files.createDirectories(folder.resolve(name));
        stand = Files.createDirectories(folder.resolve("stand"));
        var bin = Files.createDirectories(stand.resolve("bin"));
        for (var tool : TOOLS) Files.createSymbolicLink(bin.resolve(tool), which(tool));
        if (shell.equals("busybox")) useBusybox(bin);
        script(bin.resolve("mvn"), MAVEN);
        script(home.resolve("mvnw"), MAVEN);
        Files.writeString(stand.resolve("maven-version"), "3.8.7");
        pack(stand.resolve("main.jar"));
        source("pom.xml", "engine/pom.xml", "engine/src/main/java/A.java", "engine/src/main/java/B.java");
        var launcher = Files.readString(Path.of(System.getProperty("drillbook.home"), "drillbook"));
        assertThat(launcher).contains(" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* ");
        script(
                home.resolve("drillbook"),
                launcher.replace(" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* ", " \"$STAND\"/usual/* "));
        environment.putAll(Map.of(
                "PATH",
                bin.toString(),
                "STAND",
                stand.toString(),
                "HOME",
                stand.toString(),
                "JAVA_HOME",
                JDK.toString()));
    }

    /** Lets no archive be made: it takes as long as four starts. */
    CopyOfTheTree withoutArchive() throws IOException {
        Files.createDirectories(home.resolve("engine/target"));
        Files.createFile(home.resolve("engine/target/archive"));
        return this;
    }

    /** Removes the links that lead out of the temporary folder, for JUnit warns of each. */
    @Override
    public void close() throws IOException {
        try (var files = Files.walk(stand)) {
            for (var link : files.filter(Files::isSymbolicLink).toList()) Files.delete(link);
        }
    }

    record Ended(int code, String out, String err, long pid) {}

    Ended start(String... words) {
        return ended(begin(words));
    }

    Process begin(String... words) {
        return begin(home.resolve("drillbook"), words);
    }

    Process begin(Path launcher, String... words) {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        // the kernel would start the system's sh: the one under test is on the PATH
        command.add(0, stand.resolve("bin/sh").toString());
        var builder = new ProcessBuilder(command).directory(stand.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ended ended(Process process) {
        try {
            var out = new String(process.getInputStream().readAllBytes(), UTF_8);
            var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(60, SECONDS)).isTrue();
            return new Ended(process.exitValue(), out, err, process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes source files as newer than anything built until now. */
    void source(String... files) throws IOException {
        for (var file : files) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.writeString(home.resolve(file), "");
        }
    }

    List<String> mavenCalls() throws IOException {
        var calls = stand.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** A folder that looks like a JDK whose java says that it is of this version. */
    Path jdkThatSays(String version) throws IOException {
        var jdk = stand.resolve("jdk " + version);
        Files.createDirectories(jdk.resolve("bin"));
        script(jdk.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"" + version + "\" 2019-01-15' >&2\n");
        return jdk;
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Debian's busybox lacks flock; that one stays the system's. */
    private static void useBusybox(Path bin) throws IOException {
        var busybox = which("busybox");
        for (var tool : TOOLS) {
            if (tool.equals("flock")) continue;
            Files.delete(bin.resolve(tool));
            Files.createSymbolicLink(bin.resolve(tool), busybox);
        }
    }

    static Path which(String tool) {
        for (var folder : System.getenv("PATH").split(":"))
            if (Files.isExecutable(Path.of(folder, tool))) return Path.of(folder, tool);
        return org.junit.jupiter.api.Assumptions.abort(tool + " is not installed");
    }

    private static void pack(Path jar) throws IOException {
        var folder = Files.createDirectories(jar.resolveSibling("classes"));
        var source = folder.resolve("Main.java");
        Files.writeString(source, Stand.MAIN);
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("dev/drillbook/Main.class"));
            Files.copy(folder.resolve("dev/drillbook/Main.class"), out);
        }
    }

    /** What the "build" makes: a program that tells how it was started. */
    private static final class Stand {
        static final String MAIN = """
                package dev.drillbook;

                public class Main {
                    public static void main(String[] args) throws Exception {
                        System.out.println("args " + String.join("|", args));
                        System.out.println("home " + System.getProperty("drillbook.home"));
                        System.out.println("exists " + new java.io.File(System.getProperty("drillbook.home")).isDirectory());
                        System.out.println("pid " + ProcessHandle.current().pid());
                        System.out.println("jvm " + String.join(" ", ProcessHandle.current().info().arguments().get()));
                        if (args.length > 1 && args[0].equals("exit")) System.exit(Integer.parseInt(args[1]));
                    }
                }
                """;
    }
}

package dev.drillbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a command takes from the prompt and back to it, against a bare {@code java Hello} on the same JDK. */
@Tag("bench")
class StartBench {
    private static final int ROUNDS = 15;
    private static final String JDK = System.getProperty("java.home");

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile_hello() throws IOException {
        var source = folder.resolve("Hello.java");
        Files.writeString(
                source,
                "public class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "lint yesterdays-prices", "show yesterdays-prices"})
    void starts(String words) throws Exception {
        var drillbook = Stream.concat(Stream.of("./drillbook"), Stream.of(words.split(" ")))
                .toList();
        var hello = List.of(JDK + "/bin/java", "-cp", folder.toString(), "Hello");
        millis(drillbook); // builds, and makes the archive

        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(millis(hello));
            ours.add(millis(drillbook));
        }
        System.out.printf(
                Locale.ROOT,
                "start: ./drillbook %s %.0f ms, bare java hello %.0f ms: ratio %.2f%s (median of %d)%n",
                words,
                median(ours),
                median(bare),
                median(ours) / median(bare),
                words.equals("--version") ? ", aim under 3" : "",
                ROUNDS);
    }

    private static double millis(List<String> command) throws Exception {
        var builder = new ProcessBuilder(command)
                .directory(Path.of(System.getProperty("drillbook.home")).toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", JDK);
        long begun = System.nanoTime();
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}

package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.process.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Two processes start a drill of one environment at the same moment. */
@Tag("drills")
class OneAtATimeTest {
    @TempDir
    private static Path folder;

    private static Workshop workshop;
    private static final List<Engine> ENGINES = new ArrayList<>();

    private record Engine(Process process, BufferedReader said) {
        static Engine start() throws IOException {
            List<String> command = new ArrayList<>(Java.command(List.of(), EngineOnCall.class));
            command.add(folder.toString());
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(Java.environment());
            Process process = builder.start();
            return new Engine(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        void call() {
            try {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String says() {
            try {
                return said.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeAll
    static void open() throws IOException {
        workshop = new Workshop(folder);
        Files.writeString(workshop.home().settings(), workshop.settings());
        Files.writeString(workshop.runbook(), Workshop.briefText());
        for (int i = 0; i < 2; i++) ENGINES.add(Engine.start());
        ENGINES.forEach(engine -> assertThat(engine.says()).isEqualTo("ready"));
    }

    @AfterAll
    static void close() {
        ENGINES.forEach(engine -> engine.process.destroy());
        workshop.close();
    }

    @RepeatedTest(50)
    void exactly_one_of_two_that_start_at_once_runs() throws IOException {
        ENGINES.forEach(Engine::call);
        List<String> said = ENGINES.stream().map(Engine::says).toList();
        assertThat(said).filteredOn(line -> line.matches("ran .*, TIME_LIMIT")).hasSize(1);
        assertThat(said)
                .filteredOn(line -> line.startsWith("refused: another drill is running on environment 'workshop'"))
                .hasSize(1);
        assertThat(workshop.config()).content().doesNotContain("red");
    }
}

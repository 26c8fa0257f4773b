package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Mistake;
import dev.drillbook.runbook.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildingTest {
    private static final String AROUND =
            "title 'x'\nseverity 2\nsteadyState traffic.errors.below(1.percent)\nafter 1.second inject 'a', 'b'\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { }",
                "while (true) players 'a'",
                "for (i in 1..2_000_000_000) { }",
                "rehearsal { while (true) { } }"
            })
    void a_runbook_that_never_ends_is_told_with_its_place(String loop) {
        assertThat(read(AROUND + loop))
                .contains(
                        "trial.groovy:5:1: still not built after 2.0 s: a runbook only describes; take out what goes on"
                                + " for ever");
    }

    @Test
    void its_thread_ends_too() throws Exception {
        read(AROUND + "while (true) { }");
        for (int i = 0; i < 2_400 && runbookThreads() > 0; i++) Thread.sleep(25); // real threads
        assertThat(runbookThreads()).isZero();
    }

    @Test
    void its_other_mistakes_are_told_as_well() {
        // the rest is built again without the loop, for which a busy machine takes longer than the usual limit here
        assertThat(read(AROUND + "while (true) { }\nholdFor 20\nanswer '', ''\nanswer 'a', 'b'", Duration.ofSeconds(5)))
                .extracting(told -> told.split(": ")[0])
                .containsExactly("trial.groovy:5:1", "trial.groovy:6:1", "trial.groovy:8:1");
    }

    private static long runbookThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("runbook")
                        && thread.getThreadGroup() == Thread.currentThread().getThreadGroup())
                .filter(thread -> List.of(thread.getStackTrace()).stream()
                        .anyMatch(frame -> frame.getClassName().equals("TheRunbook") && frame.getLineNumber() == 5))
                .count();
    }

    private static List<String> read(String text) {
        return read(text, Duration.ofSeconds(2));
    }

    private static List<String> read(String text, Duration limit) {
        return new Scripts(Nouns.ALL, limit, Duration.ofMinutes(4))
                .read("trial", Source.of("trial.groovy", text)).mistakes().stream()
                        .map(Mistake::inWords)
                        .toList();
    }
}

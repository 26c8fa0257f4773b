package dev.drillbook.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS = List.of("detected", "restored", "minute", "minutes", "at", "p95", "p99");

    @ParameterizedTest
    @CsvSource({
        "detcted,detected",
        "detetced,detected",
        "Detected,detected",
        "restord,restored",
        "minuts,minutes",
        "minut,minute",
        "ta,at",
        "p96,p95"
    })
    void a_slip_finds_its_word(String slip, String word) {
        assertThat(Nearest.to(slip, WORDS)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"x", "q99", "something else", "dtctd", "it is"})
    void another_word_finds_none(String other) {
        assertThat(Nearest.to(other, List.of("detected", "at"))).isEmpty();
    }
}

package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {
    /** One statement is wrong: what is told of it. Everything needed stands around it, and is used. */
    private static final String AROUND = """
            title 'Trial'
            severity 2
            def config = input 'cache-config', Path
            def cache = input 'cache', URI
            def fresh = traffic.stale.below(1.percent)
            steadyState fresh
            at 0.seconds apply ConfigFile.at(config).set('a': 1) leaving Redis.at(cache).keys('a')
            def detected = milestone 'detected' within 5.minutes
            after 10.minutes unless detected hint 'Look.'
            """;

    @Test
    void a_file_with_one_mistake_of_every_kind_tells_each_of_them_once() throws Exception {
        assertThat(String.join("\n", Nouns.mistakes(resource("mistakes.groovy"))))
                .isEqualTo(resource("mistakes.txt").strip());
    }

    @Test
    void what_stands_around_the_mistakes_has_none() {
        assertThat(Nouns.mistakes(AROUND)).isEmpty();
    }

    @Test
    void a_syntax_error_is_told_with_the_warning_that_it_hides_others() {
        assertThat(Nouns.mistakes(AROUND + "holdFor 20\nplayers 'a' 'b'\n"))
                .containsExactly("11:13: syntax error, which hides the file's other mistakes: Unexpected input: 'b'");
    }

    @Test
    void what_is_missing_is_told_at_the_top() {
        assertThat(Nouns.mistakes("tags 'none'"))
                .containsExactly(
                        "1:1: no severity: write one, such as severity 2",
                        "1:1: no steadyState: write one, such as steadyState traffic.errors.below(1.percent)",
                        "1:1: no title: write one, such as title 'Yesterday\\'s prices'",
                        "1:1: nothing happens: write one, such as after 2.minutes inject 'support', 'Two customers paid"
                                + " the old price.'");
    }

    @Test
    void a_word_that_is_there_but_mistaken_is_not_told_to_be_missing() {
        assertThat(Nouns.mistakes(AROUND.replace("'Trial'", "5")))
                .containsExactly("1:1: title wants a text, not a number: write title 'Yesterday\\'s prices'");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void one_mistake_is_one_line(String statement, String told) {
        assertThat(Nouns.mistakes(AROUND + statement)).containsExactly(told);
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                wrong("timeLimit 1.minute", "10:1: "),
                wrong("severity 3", "10:1: 'severity' is on line 2 already: keep one of them"));
    }

    private static Arguments wrong(String statement, String told) {
        return Arguments.of(statement, told);
    }

    static String resource(String name) throws IOException {
        try (InputStream text = MistakesTest.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

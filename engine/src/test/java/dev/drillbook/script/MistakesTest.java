package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(Nouns.mistakes(AROUND + "holdFor 20\nplayers )\n"))
                .containsExactly("11:9: syntax error, which hides the file's other mistakes: Unexpected input: ')'");
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
    @CsvSource({"title, titel", "severity, severty", "steadyState, steadyStat"})
    void nor_is_one_that_is_misspelt(String word, String misspelt) {
        assertThat(Nouns.mistakes(AROUND.replace(word, misspelt)))
                .singleElement()
                .asString()
                .endsWith(": no word '" + misspelt + "' here; did you mean '" + word + "'?");
    }

    @Test
    void what_a_misspelt_word_would_have_said_is_not_judged() {
        assertThat(Nouns.mistakes(AROUND + "timeLimt 9.hours\nafter 8.hours inject 'a', 'b'"))
                .containsExactly("10:1: no word 'timeLimt' here; did you mean 'timeLimit'?");
        assertThat(Nouns.mistakes(AROUND + "rehearsal { after 1.second hypothesi 'a'; after 2.seconds ruleOut 'a' }"))
                .containsExactly("10:28: no word 'hypothesi' here; did you mean 'hypothesis'?");
    }

    @ParameterizedTest
    @CsvSource({
        "traffic.stale, trafic.stale, 5:13: nothing is called 'trafic'; did you mean 'traffic'?",
        "traffic.stale, traffic.stal, 5:21: no signal 'traffic.stal'; did you mean 'traffic.stale'?",
        "1.percent, 1.percnt, 5:35: no unit 'percnt'; did you mean 'percent'?",
        "input 'cache-config', inputt 'cache-config', 3:14: no word 'inputt' here; did you mean 'input'?",
        "Path, Pathh, 3:36: nothing is called 'Pathh'; did you mean 'Path'?",
        "within 5.minutes, within 5, '8:37: within wants a time, and 5 has no unit: write 5.seconds'",
    })
    void nothing_is_told_of_what_a_mistaken_value_is_given_to(String right, String wrong, String told) {
        assertThat(Nouns.mistakes(AROUND.replace(right, wrong))).containsExactly(told);
    }

    @Test
    void a_name_that_is_misspelt_where_it_is_defined_is_told_once() {
        String text = AROUND + "milestone 'restored' within 45.minutes when fresh\nabortWhen fresh.over(5.seconds)\n";
        assertThat(Nouns.mistakes(text.replace("def fresh", "def frsh")))
                .containsExactly("6:13: nothing is called 'fresh'; did you mean 'frsh'?");
        assertThat(Nouns.mistakes(text.replace("when fresh", "when frsh").replace("abortWhen fresh", "abortWhen fres")))
                .containsExactly(
                        "10:45: nothing is called 'frsh'; did you mean 'fresh'?",
                        "11:11: nothing is called 'fres'; did you mean 'fresh'?");
    }

    @Test
    void a_definition_that_is_missing_or_comes_too_late_is_told_once() {
        String text = AROUND + "milestone 'restored' within 45.minutes when fresh\n"
                + "rehearsal { after 1.second claim detected; after 2.seconds claim detected }";
        assertThat(Nouns.mistakes(text.replaceFirst("def fresh = .*", "")))
                .containsExactly("6:13: nothing is called 'fresh': write def fresh = … above");
        assertThat(Nouns.mistakes(text.replace("def detected = milestone", "milestone")))
                .containsExactly("9:25: nothing is called 'detected': write def detected = … above");
        String definition = "def fresh = traffic.stale.below(1.percent)\n";
        assertThat(Nouns.mistakes(text.replace(definition, "\n") + "\n" + definition))
                .containsExactly("6:13: 'fresh' is defined further down: move its line up");
    }

    @Test
    void a_name_after_a_missing_comma_is_in_use() {
        assertThat(Nouns.mistakes(AROUND + "def ops = 'ops'\nplayers 'on-call' ops"))
                .containsExactly("11:19: a comma is missing before 'ops'");
    }

    @Test
    void a_name_that_is_misspelt_where_it_is_defined_may_be_a_word() {
        String text = AROUND + "def rootause = milestone 'root cause' within 5.minutes\n"
                + "rehearsal { after 1.second claim rootCause; after 2.seconds claim rootCause }";
        assertThat(Nouns.mistakes(text))
                .containsExactly("11:34: nothing is called 'rootCause'; did you mean 'rootause'?");
    }

    @Test
    void a_name_is_taken_even_where_its_goal_is_wrong() {
        assertThat(Nouns.mistakes(AROUND + """
                milestone 'acknowledged' within 0.minutes
                milestone 'acknowledged' within 5.minutes
                milestone 'restord' within 0.seconds
                expectAlert 'Slow' within 0.minutes
                expectAlert 'Slow' within 1.minute
                milestone '' within 1.minute
                milestone '' within 1.minute
                """))
                .containsExactly(
                        "10:1: milestone 'acknowledged' within 0 s: write a time above zero, such as within 5.minutes",
                        "11:1: milestone 'acknowledged' is on line 10 already: keep one of them",
                        "12:1: milestone 'restord' within 0 s: write a time above zero, such as within 5.minutes",
                        "12:1: no milestone 'restord'; did you mean 'restored'? One of your own needs a name that"
                                + " cannot be taken for it",
                        "13:1: alert 'Slow' within 0 s: write a time above zero, such as within 3.minutes",
                        "14:1: alert 'Slow' is on line 13 already: keep one of them",
                        "15:1: a milestone has no name: write one, such as 'detected'",
                        "16:1: a milestone has no name: write one, such as 'detected'");
    }

    @Test
    void a_steady_state_that_no_drill_has_time_to_see_is_refused() {
        assertThat(Nouns.mistakes(AROUND.replace("steadyState fresh", "steadyState fresh.over(31.seconds)")))
                .containsExactly(
                        "6:1: steadyState asks 'traffic.stale below 1 %' over 31 s, and has 60 s to show before a"
                                + " drill and after it: write at most over(30.seconds)");
        assertThat(Nouns.mistakes(AROUND.replace("steadyState fresh", "steadyState fresh.over(30.seconds)")))
                .isEmpty();
    }

    @Test
    void a_steady_state_has_no_time_for_which_it_must_last() {
        assertThat(Nouns.mistakes(AROUND.replace("steadyState fresh", "steadyState fresh.lasting(30.seconds)")))
                .containsExactly("6:1: steadyState wants a probe, not a probe that must last: write steadyState"
                        + " traffic.errors.below(1.percent)");
    }

    @Test
    void the_end_of_a_drill_may_look_far_back_and_last_long() {
        assertThat(Nouns.mistakes(
                        AROUND + "abortWhen traffic.errors.above(60.percent).over(15.minutes).lasting(20.minutes)"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void one_mistake_is_one_line(String statement, String told) {
        assertThat(Nouns.mistakes(AROUND + statement)).containsExactly(told);
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                wrong("severity 3", "10:1: 'severity' is on line 2 already: keep one of them"),
                wrong("players 5, 'b'", "10:1: players wants a text, not a number: write players 'on-call', 'support'"),
                wrong("tags 'a', 5", "10:1: tags wants a text, not a number: write tags 'cache', 'consistency'"),
                wrong(
                        "def key = 'a'.lenght\nat 1.second apply ConfigFile.at(config).set((key): 1)",
                        "10:15: no '.lenght' here: delete it; only numbers have units and traffic has signals"),
                wrong(
                        "at 1.second apply ConfigFile.at(config).set('a': 1, 5: 'x')",
                        "10:41: set wants a plain text before each ':': write one in quotes"),
                wrong(
                        "at 1.second apply ConfigFile.at(config).set(\"a-${1}\": 1)",
                        "10:41: set wants a plain text before each ':': write one in quotes"),
                wrong(
                        "timeLimit 0.seconds\nafter 1.minute inject 'a', 'b'",
                        "10:1: timeLimit of zero: write a time above zero, such as timeLimit 2.hours"),
                wrong(
                        "holdFor 0.seconds",
                        "10:1: holdFor of zero: write a time above zero, such as holdFor 20.seconds"),
                wrong(
                        "after 5.minutes redHerring",
                        "10:17: unfinished sentence: write after 6.minutes redHerring 'graphs', 'Database CPU is at 80 %.'"),
                wrong(
                        "after 5.minutes inject",
                        "10:17: unfinished sentence: write after 2.minutes inject 'support', 'Two customers paid the old price.'"),
                wrong(
                        "rehearsal { after 5.seconds claim }",
                        "10:29: unfinished sentence: write after 20.seconds claim detected"),
                wrong(
                        "rehearsal { after 5.seconds repair }",
                        "10:29: unfinished sentence: write after 45.seconds repair ConfigFile.at(config).set('ttl-seconds': 60)"),
                wrong(
                        "rehearsal { after 5.seconds hypothesis }",
                        "10:29: unfinished sentence: write after 22.seconds hypothesis 'database overload'"),
                wrong(
                        "rehearsal { after 5.seconds ruleOut }",
                        "10:29: unfinished sentence: write after 30.seconds ruleOut 'database overload'"),
                wrong("at 3.seconds aply", "10:14: no word 'aply' here; did you mean 'apply'?"),
                wrong("players 'a' 'b'", "10:13: a comma is missing before 'b'"),
                wrong(
                        "def x = 5.minutes\nholdFor x, x",
                        "11:1: holdFor is not said like this: write holdFor 20.seconds"),
                wrong("def x = 5.minutes", "10:5: nobody uses 'x': use it, or delete def x ="),
                wrong(
                        "fresh = traffic.errors.below(1.percent)",
                        "10:1: nobody uses 'fresh' after this: use it, or delete the assignment"),
                wrong("def p = 5\np = 6", "11:1: nobody uses 'p' after this: use it, or delete the assignment"),
                wrong("def p = 5\np++", "11:1: nobody uses 'p' after this: use it, or delete the assignment"),
                wrong(
                        "def p = 5.seconds\nholdFor(p = 6.seconds)",
                        "11:9: nobody uses 'p' after this: use it, or delete the assignment"),
                wrong(
                        "def n = 1\nfor (x in 1..3) { after x.minutes.dividedBy(n) inject 'a', 'b' }\nn = 2",
                        "12:1: nobody uses 'n' after this: use it, or delete the assignment"),
                wrong(
                        "def n = 1\nfor (x in 1..3) { after x.minutes inject 'a', 'b'; n += 1 }",
                        "11:52: nobody uses 'n' after this: use it, or delete the assignment"),
                wrong(
                        "def p = 5.minutes\nrehearsal { after p note 'x'; p = 6.minutes }",
                        "11:31: nobody uses 'p' after this: use it, or delete the assignment"),
                wrong("def p = 5.minutes\np = 5.minuts", "11:7: no unit 'minuts'; did you mean 'minutes'?"),
                wrong(
                        "def p = at 3.seconds",
                        "10:9: unfinished sentence: write at 0.seconds apply ConfigFile.at(config).set('ttl-seconds': 86_400)"),
                wrong("x = 5.minutes", "10:1: nothing is called 'x': write def x = … above"),
                wrong(
                        "import static java.lang.System.exit\nexit 1",
                        "10:1: an import has no place in a runbook: delete the line; words, nouns and types are there already"),
                wrong(
                        "def f() { 1 }\nrehearsal { f() }",
                        "10:1: a method has no place in a runbook: write the sentences one below the other"),
                wrong(
                        "def f = 'x'.&toString\nafter 1.minute inject 'a', f()",
                        "10:9: a method pointer (.&) has no place in a runbook: write plain words, values and nouns"),
                wrong(
                        "(1..3).each { after it.minutes inject 'a', 'b' }",
                        "10:8: a runbook may not call List.each: it only describes a drill"),
                wrong(
                        "def used = 5.minutes\n[1].collect { it + 1 }.each { holdFor used; 5 }",
                        "11:5: a runbook may not call Iterable.collect: it only describes a drill"),
                wrong("input 'b', Integr", "10:12: nothing is called 'Integr': write def Integr = … above"),
                wrong(
                        "def b = input 'b', Integer\nholdFor b",
                        "11:1: holdFor wants a time, not an input of type Integer: write holdFor 20.seconds"),
                wrong("traffic.errors.lasting(5.seconds)", "10:16: a signal has no 'lasting': delete it"),
                wrong(
                        "abortWhen traffic.latency.above(1.second)",
                        "10:19: no signal 'traffic.latency': write one of errors, stale, p50, p95, p99, requests, affected"),
                wrong(
                        "abortWhen traffic.p99.above(1.fortnight)",
                        "10:31: no unit 'fortnight': write one of millis, second, seconds, minute, minutes, hour, hours, day, days, percent"),
                wrong(
                        "abortWhen fresh.over(0.5.seconds)",
                        "10:1: probe 'traffic.stale' over 0.5 s: write at least 1.second"),
                wrong(
                        "abortWhen fresh.over(16.minutes)",
                        "10:1: probe 'traffic.stale' over 960 s: write at most 15.minutes"),
                wrong(
                        "abortWhen traffic.errors.above(60.percent).lasting(0.5.seconds)",
                        "10:1: traffic.errors above 60 % lasting 500 ms: it is asked once a second; write a longer time, such as lasting(30.seconds)"),
                wrong(
                        "def at = input 'at', URI\nabortWhen Http.at(at).get('/').answers(503).lasting(0.5.seconds)",
                        "11:1: / answers 503 lasting 500 ms: it is asked once a second; write a longer time, such as lasting(30.seconds)"),
                wrong(
                        "def at = input 'at', URI\nmilestone 'up' within 5.minutes when Http.at(at).get('/').answers(200).lasting(5.seconds)",
                        "11:33: when wants a probe, not a probe that must last: write milestone 'restored' within 45.minutes when fresh"),
                wrong(
                        "def m = milestone 'drained' within 5.minutes when fresh\nrehearsal { after 1.second claim m }",
                        "11:1: milestone 'drained' has a 'when': Drillbook measures it, so there is nothing to claim; delete the line"),
                wrong(
                        "milestone 'root-cause' within 5.minutes",
                        "10:1: no milestone 'root-cause'; did you mean 'root cause'? One of your own needs a name that cannot be taken for it"),
                wrong(
                        "expectAlert 'Late' within 3.hours",
                        "10:1: this is due at 3:00:00, and the drill ends at 2:00:00: write an earlier time, or a longer timeLimit"),
                wrong(
                        "def late = 90000.days\nafter late inject 'a', 'b'",
                        "11:1: this is due at 2160000:00:00, and the drill ends at 2:00:00: write an earlier time, or a longer timeLimit"),
                wrong(
                        "after 900000.days inject 'a', 'b'",
                        "10:1: a time of 900000.days: write one from 0.seconds to 100000.days"),
                wrong(
                        "answer 'area', 5",
                        "10:1: answer wants a text, not a number: write answer 'cache', 'One server reads its own cache keys.'"),
                wrong(
                        "def n = 1.intdiv(0)\nafter 1.minute inject 'a', \"$n\"",
                        "10:1: this failed while the runbook was built (ArithmeticException: / by zero): write it simpler"));
    }

    @Test
    void what_is_computed_from_plain_values_is_welcome() {
        assertThat(Nouns.mistakes(AROUND + """
                        def servers = ['a', 'b']
                        def minute = 1
                        for (server in servers) {
                            after minute.minutes inject 'support', "Server $server " + 'is slow'
                            minute += 2 * 1
                        }
                        if (servers[0] == 'a' && minute > 3) players 'on-call'
                        for (n in 1..3) after n.hours.dividedBy(2) redHerring 'graphs', "${n}0 %"
                        def hold = 5.seconds
                        if (minute > 9) hold = 6.seconds
                        else hold = hold.plus(1.second)
                        holdFor hold
                        """)).isEmpty();
    }

    @Test
    void the_columns_after_a_character_outside_the_basic_plane_are_right() {
        assertThat(Nouns.mistakes(
                        AROUND + "after 1.minute inject '🚨', 5; after 2.minutes inject '東京', 'ü'; holdFor 20"))
                .containsExactly(
                        "10:16: inject wants a text, not a number: write after 2.minutes inject 'support', 'Two customers"
                                + " paid the old price.'",
                        "10:65: holdFor wants a time, and 20 has no unit: write 20.seconds");
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

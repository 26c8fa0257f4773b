package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Mistake;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real nouns. */
class ShippedRunbooksTest {
    private static final Pattern TEXTS = Pattern.compile("(?s)'''.*?'''|'(\\\\.|[^'])*'|//[^\n]*");
    private static final Pattern NAMES = Pattern.compile("(?!def)[A-Za-z]{3,}");

    private final Path runbooks = Path.of(System.getProperty("drillbook.home"), "runbooks");
    private final Library library = new Library(runbooks, new Scripts());

    @Test
    void none_has_a_mistake_and_each_can_be_rehearsed() {
        assertThat(library.entries()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(entry -> {
            assertThat(entry.mistakes()).isEmpty();
            assertThat(entry.runbook().orElseThrow().rehearsal()).isPresent();
        });
    }

    /** Each word, unit, type and handle without its middle letter, one at a time. */
    @Test
    void whatever_is_misspelt_in_one_is_told_in_one_line() throws IOException {
        String text = Files.readString(runbooks.resolve("yesterdays-prices.groovy"));
        List<MatchResult> names = NAMES.matcher(blank(text)).results().toList();
        assertThat(names).hasSizeGreaterThan(80);
        for (MatchResult name : names) {
            int middle = (name.start() + name.end()) / 2;
            isToldInOneLine(name, text.substring(0, middle) + text.substring(middle + 1));
        }
    }

    @Test
    void so_is_a_number_where_a_text_belongs() throws IOException {
        String text = Files.readString(runbooks.resolve("yesterdays-prices.groovy"));
        List<MatchResult> texts = TEXTS.matcher(text).results().toList();
        assertThat(texts).hasSizeGreaterThan(30);
        for (MatchResult one : texts)
            if (one.group().startsWith("'") && !isValueOfKey(one, text))
                isToldInOneLine(one, text.substring(0, one.start()) + "5" + text.substring(one.end()));
    }

    /** Of a file, which may be a number as well. */
    private static boolean isValueOfKey(MatchResult value, String text) {
        return text.substring(0, value.start()).endsWith("'key-prefix': ");
    }

    private static void isToldInOneLine(MatchResult what, String text) {
        assertThat(new Scripts().read("trial", Source.of("trial.groovy", text)).mistakes())
                .as(what.group() + " at " + what.start())
                .singleElement()
                .extracting(Mistake::message, InstanceOfAssertFactories.STRING)
                .doesNotContain("java.", "Cannot call");
    }

    /** With spaces for its texts and comments. */
    private static String blank(String text) {
        return TEXTS.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
    }

    @Test
    void a_new_one_has_no_mistake_either(@TempDir Path folder) {
        assertThat(new Scripts().lint(new Library(folder, new Scripts()).create("slow-checkout")))
                .isEmpty();
    }

    @Test
    void in_busy_database_nothing_is_broken_and_its_rehearsal_raises_no_alarm() {
        Runbook runbook = library.load("busy-database");
        assertThat(runbook.breaksSomething()).isFalse();
        assertThat(runbook.beats())
                .anyMatch(
                        beat -> beat instanceof Beat.Send send && send.inject().redHerring());
        assertThat(runbook.rehearsal().orElseThrow().steps())
                .noneMatch(step -> List.of("escalate", "root-cause").contains(verb(step)))
                .noneMatch(step -> verb(step).equals("reached") && text(step).equals("detected"));
    }

    private static String verb(Rehearsal.Step step) {
        return ((Rehearsal.Say) step.move()).verb();
    }

    private static String text(Rehearsal.Step step) {
        return ((Rehearsal.Say) step.move()).text();
    }
}

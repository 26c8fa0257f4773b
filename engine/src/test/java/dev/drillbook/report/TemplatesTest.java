package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final Map<String, Object> WORDS =
            Map.of("d", new Model.Fact("name", "<b>bold</b>"), "path", Path.of("/etc"));

    @TempDir
    Path users;

    @Test
    void a_record_reads_by_its_components() throws IOException {
        assertThat(rendered("a.ftlh", "${d.name}")).isEqualTo("name");
    }

    @Test
    void whatever_a_template_prints_is_escaped_for_its_format() throws IOException {
        assertThat(rendered("a.ftlh", "${d.value}")).isEqualTo("&lt;b&gt;bold&lt;/b&gt;");
        assertThat(rendered("a.mdt", "${d.value} *")).isEqualTo("&lt;b&gt;bold&lt;/b&gt; *");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'freemarker.template.utility.Execute'?new()('id')}",
                "${d?api.name()}",
                "${d.class.name}",
                "${d.getClass().getName()}",
                "${path.toFile().list()?join(',')}",
                "${path.toUri()}",
                "<#include '../../../etc/passwd'>",
                "<#include '/etc/passwd'>"
            })
    void a_template_reaches_nothing_of_java_and_no_other_file(String text) {
        assertRefused("evil.ftlh", text);
    }

    @Test
    void a_users_file_goes_before_the_built_in_one_of_the_same_name() throws IOException {
        Files.writeString(users.resolve("parts.ftlh"), "<#macro everything d chart>mine</#macro>");
        assertThat(templates()
                        .render(
                                "postmortem.html.ftlh",
                                new Words(Model.of(Drills.usual().subject()), "").forTemplates()))
                .contains("mine")
                .contains("prefers-color-scheme");
    }

    @Test
    void every_colour_of_a_light_page_has_one_for_a_dark_page() throws IOException {
        String css = Files.readString(Path.of(System.getProperty("drillbook.home"), "templates/screen.css"));
        Pattern palette = Pattern.compile(":root \\{[^}]*}");
        List<List<String>> colours = palette.matcher(css)
                .results()
                .map(found -> named(found.group()))
                .toList();
        assertThat(colours).hasSize(2);
        assertThat(colours.get(1)).isNotEmpty().isEqualTo(colours.get(0));
        assertThat(palette.matcher(css).replaceAll("")).doesNotContain("#");
    }

    private static List<String> named(String palette) {
        return Pattern.compile("--[\\w-]+(?=:)")
                .matcher(palette)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void a_mistake_is_told_with_template_line_and_column() throws IOException {
        Files.writeString(users.resolve("a.ftlh"), "fine\n  ${d.nmae}");
        assertThatThrownBy(() -> templates().render("a.ftlh", WORDS))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("templates/a.ftlh:2:5: ")
                .hasMessageContaining("d.nmae");
    }

    @Test
    void a_mistake_of_grammar_in_an_included_file_names_that_file() throws IOException {
        Files.writeString(users.resolve("a.ftlh"), "<#import 'b.ftlh' as b>");
        Files.writeString(users.resolve("b.ftlh"), "\n<#list>");
        assertThatThrownBy(() -> templates().render("a.ftlh", WORDS))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("templates/b.ftlh:2:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#list 1.. as x>${x}</#list>",
                "<#list 1.. as x><#if x == 0>never</#if></#list>",
                "<#list 1.. as x></#list>",
                "<#macro again><@again/></#macro><#attempt><@again/><#recover>x</#attempt><#list 1.. as x>${x}</#list>"
            })
    void a_template_without_end_is_ended(String text) throws IOException {
        Files.writeString(users.resolve("endless.ftlh"), text);
        var templates = new Templates(users, Duration.ofMillis(300));
        assertThatThrownBy(() -> templates.render("endless.ftlh", WORDS))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("templates/endless.ftlh did not end");
    }

    private Templates templates() {
        return new Templates(users, Duration.ofSeconds(60));
    }

    private String rendered(String name, String text) throws IOException {
        Files.writeString(users.resolve(name), text);
        return templates().render(name, WORDS);
    }

    private void assertRefused(String name, String text) {
        assertThatThrownBy(() -> rendered(name, text)).as(text).isInstanceOf(Invalid.class);
    }
}

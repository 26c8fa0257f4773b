package dev.drillbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.drillbook.cli.Spelling;
import dev.drillbook.control.Home;
import dev.drillbook.practice.PracticeStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README says to type or to write can be typed and written so. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern COMMAND = Pattern.compile("`(?:\\./)?drillbook ([^`]+)`");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    /** A table of what may follow a command: its head, and its rows. */
    private static final Pattern TABLE =
            Pattern.compile("(?m)^\\| `drillbook (\\w+) …` \\|.*\\n\\|-.*\\n((?:\\|.*\\n)+)");

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void makeHome() {
        home = Drillbook.in(folder).home();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of(System.getProperty("drillbook.home"), "README.md"));
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(readme())
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Alertmanager's file is none of ours. */
    static List<String> settings() throws IOException {
        return blocks("yaml").stream()
                .filter(yaml -> !yaml.startsWith("receivers:"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void settings_that_it_shows_have_no_mistake(String yaml) throws IOException {
        Files.writeString(home.resolve("holidays.ics"), """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                SUMMARY:New Year
                DTSTART;VALUE=DATE:20270101
                END:VEVENT
                END:VCALENDAR
                """);
        Path file = Files.writeString(
                home.resolve("drillbook.yaml"),
                yaml.replace("env:SLACK_BOT_TOKEN", "file:" + Files.writeString(home.resolve("bot"), "xoxb-1"))
                        .replace("env:SLACK_APP_TOKEN", "file:" + Files.writeString(home.resolve("app"), "xapp-1")));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z"))); // before its dates
        assertThatCode(() -> new Installation(new Home(home), new PracticeStack(home)).check())
                .doesNotThrowAnyException();
    }

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (String block : blocks("sh"))
            block.lines()
                    .filter(line -> line.startsWith("./drillbook "))
                    .forEach(line -> commands.add(line.substring("./drillbook ".length())));
        String prose = BLOCK.matcher(readme()).replaceAll("");
        COMMAND.matcher(prose)
                .results()
                .map(code -> code.group(1).replaceAll("\\s+", " "))
                .filter(words -> !words.contains("…"))
                .forEach(commands::add);
        TABLE.matcher(prose).results().forEach(table -> table.group(2)
                .lines()
                .flatMap(row -> CODE.matcher(row.split("\\|")[1]).results())
                .forEach(code -> commands.add(table.group(1) + " " + code.group(1))));
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_that_it_shows_can_be_typed(String command) {
        assertThatCode(() -> Spelling.check(Main.cli(new Home(home)), words(command)))
                .doesNotThrowAnyException();
    }

    /** As a shell reads them; what may be left out is said, and a number stands for a number. */
    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        String said = command.replaceAll("\\[(\\w+)]", "$1").replaceAll("\\b(N|NUMBER)\\b", "1");
        for (Matcher word = WORD.matcher(said); word.find(); ) {
            if (word.group().matches("[#>].*")) break;
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words.toArray(String[]::new);
    }

    @Test
    void its_settings_and_commands_are_found() throws IOException {
        assertThat(settings()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(commands())
                .contains(
                        "rehearse yesterdays-prices",
                        "undo DRILL --write-off NUMBER --because TEXT",
                        "schedule preview --year 2027")
                .hasSizeGreaterThan(30);
    }
}

package dev.drillbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Mistake;
import dev.drillbook.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarSettingsTest {
    @TempDir
    private Path folder;

    private List<String> mistakes(String text) {
        Settings settings = Settings.of("drillbook.yaml", text, Instant.EPOCH);
        CalendarSettings calendar = new CalendarSettings(settings.root(), folder);
        WorkingTime working = calendar.workingTime();
        settings.root()
                .get("schedules", "quarterly")
                .ifPresent(one -> calendar.schedule("quarterly", one, working, Instant.EPOCH));
        return settings.mistakes().stream().map(Mistake::inWords).toList();
    }

    @Test
    void a_freeze_that_ends_before_it_starts_is_told_in_the_words_of_the_file() {
        assertThat(mistakes("zone: Europe/Berlin\nfreezes:\n  - {name: sale, from: 2027-03-02, until: 2027-03-01}\n"))
                .containsExactly("drillbook.yaml:3:5: freeze 'sale' ends (2027-03-01) before it starts (2027-03-02):"
                        + " write the earlier one first");
        assertThat(mistakes("freezes:\n  - {name: sale, from: 2027-03-01, until: 2027-03-01}\n"))
                .isEmpty();
    }

    @Test
    void a_file_of_holidays_that_is_not_there_is_told_as_that() {
        assertThat(mistakes("holidays:\n  files: [gone.ics]\n"))
                .singleElement()
                .asString()
                .contains("gone.ics cannot be read (it does not exist): name an .ics file");
    }

    @Test
    void a_schedule_without_a_runbook_is_one_mistake() {
        assertThat(mistakes("schedules:\n  quarterly:\n    when: every Monday at 09:00\n"))
                .singleElement()
                .asString()
                .contains("'schedules.quarterly' has no 'runbook'");
    }
}

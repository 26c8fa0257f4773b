package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Runbook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real nouns. */
class ShippedRunbooksTest {
    private final Library library =
            new Library(Path.of(System.getProperty("drillbook.home"), "runbooks"), new Scripts());

    @Test
    void none_has_a_mistake_and_each_can_be_rehearsed() {
        assertThat(library.entries()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(entry -> {
            assertThat(entry.mistakes()).isEmpty();
            assertThat(entry.runbook().orElseThrow().rehearsal()).isPresent();
        });
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

package dev.drillbook.control;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinishedTest {
    @Test
    void a_drill_that_ran_to_its_end_is_completed_though_it_owes() {
        Finished finished = finished(owing(Ending.RESTORED));
        assertThat(finished.isCompleted()).isTrue();
        assertThat(finished.exit()).isEqualTo(Exit.STILL_OWED);
    }

    @Test
    void one_that_was_aborted_is_not_and_what_it_owes_is_told_first() {
        Finished finished = finished(owing(Ending.ABORTED));
        assertThat(finished.isCompleted()).isFalse();
        assertThat(finished.exit()).isEqualTo(Exit.STILL_OWED);
    }

    @Test
    void one_that_put_all_back_ends_as_its_ending_says() {
        assertThat(finished(aTimeline()
                                .applies()
                                .putsBack(Ending.RESTORED)
                                .closes(Ending.RESTORED)
                                .build())
                        .exit())
                .isEqualTo(Exit.DONE);
    }

    @Test
    void one_that_was_refused_exits_so() {
        Finished refused = finished(aTimeline()
                .says(new Happening.Refused("may-break allows less"))
                .closes(Ending.REFUSED)
                .build());
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
    }

    private static Timeline owing(Ending ending) {
        return aTimeline()
                .applies()
                .says(new Happening.PaybackBegan(ending))
                .says(new Happening.StaysOwed(1, "Permission denied"))
                .closes(ending)
                .build();
    }

    private static Finished finished(Timeline timeline) {
        return new Finished("2026-11-24-1", Path.of("2026-11-24-1"), timeline, Optional.empty(), List.of(), List.of());
    }
}

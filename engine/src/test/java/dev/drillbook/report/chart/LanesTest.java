package dev.drillbook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.report.chart.ChartModel.Mark;
import dev.drillbook.report.chart.Lanes.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final double EDGE = Frame.WIDTH - 4;

    @Test
    void no_label_covers_another_wherever_marks_fall() {
        for (int seed = 0; seed < 300; seed++) {
            Lanes lanes = lanes(randomMarks(new Random(seed)));
            assertThat(overlaps(lanes.labels())).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void twenty_five_marks_in_the_same_second_all_find_room() {
        Lanes lanes = lanes(Charts.crowd(25, 300, 0));
        assertThat(lanes.labels()).hasSize(25);
        assertThat(overlaps(lanes.labels())).isEmpty();
    }

    @Test
    void no_label_leaves_the_picture() {
        for (int seed = 0; seed < 300; seed++)
            assertThat(lanes(randomMarks(new Random(seed))).labels())
                    .as("seed %d", seed)
                    .allMatch(label -> label.left() >= 0 && label.right() <= Frame.WIDTH);
    }

    @Test
    void marks_far_apart_share_the_first_lane() {
        assertThat(lanes(List.of(at(10), at(200), at(400))).height()).isEqualTo(Lanes.HEIGHT);
    }

    @Test
    void what_was_long_before_or_after_is_at_the_edge() {
        ChartModel model = Charts.of(60, 1, Charts.usual(60));
        Frame frame = Frame.of(model);
        assertThat(frame.x(model.from() - 9_999)).isEqualTo(frame.x(model.from()));
        assertThat(frame.x(model.to() + 9_999)).isEqualTo(frame.x(model.to()));
    }

    @Test
    void a_long_name_is_shortened_and_says_so() {
        var mark = Charts.mark(ChartModel.Kind.DEAD_END, 300, "数据库过载 ".repeat(20));
        assertThat(lanes(List.of(mark)).labels().get(0).words()).endsWith("…").hasSizeLessThan(40);
    }

    private static Mark at(double seconds) {
        return Charts.mark(ChartModel.Kind.MEASURED, seconds, "mitigated");
    }

    private static Lanes lanes(List<Mark> marks) {
        return Lanes.of(marks, seconds -> 40 + seconds, EDGE);
    }

    private static List<Mark> randomMarks(Random random) {
        return IntStream.range(0, random.nextInt(26))
                .mapToObj(i -> Charts.mark(
                        ChartModel.Kind.values()[random.nextInt(ChartModel.Kind.values().length)],
                        random.nextInt(640),
                        "w".repeat(random.nextInt(60))))
                .toList();
    }

    private static List<String> overlaps(List<Label> labels) {
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++)
            for (int j = 0; j < i; j++) {
                Label one = labels.get(i);
                Label other = labels.get(j);
                if (one.lane() == other.lane() && one.left() < other.right() && other.left() < one.right())
                    overlaps.add(one + " and " + other);
            }
        return overlaps;
    }
}

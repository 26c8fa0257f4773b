package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.report.chart.ChartModel;
import dev.drillbook.report.chart.ChartModel.Kind;
import dev.drillbook.report.chart.ChartModel.Limit;
import dev.drillbook.report.chart.ChartModel.Mark;
import dev.drillbook.report.chart.ChartModel.Panel;
import dev.drillbook.report.chart.ChartModel.Shade;
import dev.drillbook.timeline.Happening.Ending;
import org.junit.jupiter.api.Test;

class ChartSectionTest {
    private final ChartModel chart = ChartSection.of(Drills.usual().subject()).chart();

    @Test
    void what_the_steady_state_limits_comes_first_each_in_its_unit() {
        assertThat(chart.panels())
                .extracting(Panel::name, Panel::unit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Stale answers", "%"),
                        org.assertj.core.groups.Tuple.tuple("Errors", "%"),
                        org.assertj.core.groups.Tuple.tuple("p99 latency", "ms"),
                        org.assertj.core.groups.Tuple.tuple("Users touched so far", "%"));
        assertThat(chart.panels().get(2).limits()).containsExactly(new Limit(300, "below 300 ms"));
    }

    @Test
    void claims_and_what_was_measured_are_different_marks() {
        assertThat(chart.marks())
                .filteredOn(mark -> mark.label().equals("restored"))
                .extracting(Mark::kind, Mark::time)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Kind.CLAIMED, "02:56"),
                        org.assertj.core.groups.Tuple.tuple(Kind.MEASURED, "03:01"));
    }

    @Test
    void fault_alert_dead_end_escalation_and_payback_are_marked() {
        assertThat(chart.marks())
                .extracting(Mark::label)
                .contains(
                        "fault applied",
                        "first impact",
                        "StaleAnswers",
                        "database overload",
                        "escalated to cache team",
                        "put back by Drillbook");
    }

    @Test
    void the_breach_and_the_dead_end_are_shaded() {
        assertThat(chart.bands()).extracting(band -> band.shade()).containsExactly(Shade.BREACH, Shade.DEAD_END);
        assertThat(chart.bands().get(1).to() - chart.bands().get(1).from()).isEqualTo(52);
    }

    @Test
    void a_drill_without_traffic_has_a_chart_of_moments() {
        var bare = Drills.aDrill().begun().broken().closed(Ending.ABORTED).subject();
        assertThat(ChartSection.of(bare).chart().marks()).isNotEmpty();
        assertThat(ChartSection.of(bare).picture().signals())
                .allMatch(signal -> signal.before().equals("not measured"));
    }
}

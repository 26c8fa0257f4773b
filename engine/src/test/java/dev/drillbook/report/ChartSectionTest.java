package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

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
                        tuple("Stale answers", "%"),
                        tuple("Errors", "%"),
                        tuple("p99 latency", "ms"),
                        tuple("Users touched so far", "%"));
        assertThat(chart.panels().get(2).limits()).containsExactly(new Limit(300, "below 300 ms"));
    }

    @Test
    void claims_and_what_was_measured_are_different_marks() {
        assertThat(chart.marks())
                .filteredOn(mark -> mark.label().equals("restored"))
                .extracting(Mark::kind, Mark::time)
                .containsExactlyInAnyOrder(tuple(Kind.CLAIMED, "02:56"), tuple(Kind.MEASURED, "03:01"));
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
        assertThat(chart.bands().get(1).to() - chart.bands().get(1).from()).isCloseTo(52, within(1e-6));
    }

    @Test
    void a_drill_without_traffic_has_a_chart_of_moments() {
        var bare = Drills.aDrill().begun().broken().closed(Ending.ABORTED).subject();
        assertThat(ChartSection.of(bare).chart().marks()).isNotEmpty();
        assertThat(ChartSection.of(bare).picture().signals())
                .allMatch(signal -> signal.before().equals("not measured"));
    }
}

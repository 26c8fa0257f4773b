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
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.ProbeTurned;
import java.util.Map;
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
                        "residue removed");
    }

    @Test
    void the_breach_and_the_dead_end_are_shaded() {
        assertThat(chart.bands()).extracting(band -> band.shade()).containsExactly(Shade.BREACH, Shade.DEAD_END);
        assertThat(chart.bands().get(1).to() - chart.bands().get(1).from()).isCloseTo(52, within(1e-6));
    }

    @Test
    void how_the_traffic_warmed_up_is_not_shown() {
        Drills drill = Drills.aDrill();
        Subject subject = drill.withSeries(Readings.of(60, -20, 2))
                .at(-30, drill.opened())
                .at(-20, new ProbeTurned(Drills.STALE, new Verdict.Broken("9 %")))
                .at(-8, new AlertFired("StaleAnswers", "", Map.of(), Drills.time(-9)))
                .at(0, new ProbeTurned(Drills.STALE, new Verdict.Holds("0 %")))
                .at(30, new Happening.Began())
                .at(60, new Happening.Closed(Ending.TIME_LIMIT, null))
                .subject();
        ChartModel cold = ChartSection.of(subject).chart();
        assertThat(cold.from()).isEqualTo(-4);
        assertThat(cold.bands()).isEmpty();
        assertThat(cold.marks()).isEmpty();
        assertThat(TimelineSection.of(subject))
                .noneMatch(moment -> moment.text().contains("broken"));
    }

    @Test
    void a_drill_without_traffic_has_a_chart_of_moments() {
        var bare = Drills.aDrill().begun().broken().closed(Ending.ABORTED).subject();
        assertThat(ChartSection.of(bare).chart().marks()).isNotEmpty();
        assertThat(ChartSection.of(bare).picture().signals())
                .allMatch(signal -> signal.worst().equals("not measured"));
    }
}

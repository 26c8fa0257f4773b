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
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Side;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Brief;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.ProbeTurned;
import dev.drillbook.timeline.Second;
import dev.drillbook.timeline.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    void what_did_not_last_is_marked_as_such() {
        var drill = Drills.aDrill()
                .begun()
                .broken()
                .at(60, new Happening.MilestoneMet("mitigated", Drills.time(40), false))
                .at(90, new Happening.MilestoneWithdrawn("mitigated", "the steady state broke again"))
                .closed(Ending.TIME_LIMIT);
        assertThat(ChartSection.of(drill.subject()).chart().marks())
                .extracting(Mark::label)
                .contains("mitigated, for a while")
                .doesNotContain("mitigated");
    }

    @Test
    void where_a_dead_engines_drill_was_settled_a_day_later_the_picture_ends_when_nobody_measured_any_more() {
        var drill = Drills.aDrill()
                .withSeries(Readings.of(180, 3, 180))
                .begun()
                .broken()
                .dies()
                .at(86_400, new Happening.PaybackBegan(Ending.INTERRUPTED))
                .at(86_401, Drills.paid(1, new Payment.PutBack("key-prefix=shop:")))
                .at(86_402, new Happening.Closed(Ending.INTERRUPTED, null));
        ChartModel picture = ChartSection.of(drill.subject()).chart();
        assertThat(picture.to()).isCloseTo(178, within(2.0));
        assertThat(drill.subject().metric("time-to-restore")).isEqualTo("not reached (> 2 min 53 s)");
        assertThat(new SummarySection(drill.subject()).facts())
                .extracting(Model.Fact::name)
                .contains("Measured until");
    }

    @Test
    void before_is_right_before_the_fault() {
        var drill = Drills.aDrill()
                .withSeries(Readings.of(400, 0, 290))
                .begun()
                .at(300, Drills.owed(1, Drills.FAULT, "true"))
                .at(300.1, new Happening.Applied(1));
        assertThat(SignalTrack.of(drill.subject())
                        .get(0)
                        .inNumbers(drill.subject())
                        .before())
                .isEqualTo("0.0 %");
    }

    @Test
    void at_the_end_is_when_it_was_last_measured_though_the_drill_was_settled_a_day_later() {
        var drill = Drills.aDrill()
                .withSeries(Readings.of(180, 3, 160))
                .begun()
                .broken()
                .dies()
                .at(86_400, new Happening.PaybackBegan(Ending.INTERRUPTED))
                .at(86_402, new Happening.Closed(Ending.INTERRUPTED, null));
        assertThat(SignalTrack.of(drill.subject())
                        .get(0)
                        .inNumbers(drill.subject())
                        .after())
                .isEqualTo("0.0 %");
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
    void the_worst_second_of_what_should_stay_above_its_limit_is_the_lowest() {
        assertThat(worst(Side.ABOVE)).isEqualTo("20.0");
        assertThat(worst(Side.BELOW)).isEqualTo("180.0");
        assertThat(worst(Side.ABOVE, Side.BELOW)).isEqualTo("20.0 and 180.0");
    }

    @Test
    void the_worst_second_is_one_since_the_fault() {
        var seconds =
                List.of(second(30, 0.9, 0.03), second(95, 0.0, 0.03), second(102, 0.1, 0.01), second(103, 0.2, 0.02));
        var subject = Drills.aDrill()
                .withSeries(new Series(seconds))
                .begun()
                .at(100, Drills.owed(1, Drills.FAULT, "true"))
                .at(100.1, new Happening.Applied(1))
                .closed(Ending.TIME_LIMIT)
                .subject();
        assertThat(ChartSection.of(subject).picture().signals())
                .filteredOn(signal -> !signal.worst().equals("not measured"))
                .extracting(Model.Signal::worst)
                .containsExactly("20.0 %", "2.0 %");
    }

    private static Second second(double at, double stale, double touched) {
        return new Second(
                Drills.time(at), Map.of("traffic.stale", stale, "traffic.touched", touched), List.of(), Map.of());
    }

    private static String worst(Side... sides) {
        var readings = Stream.of(180.0, 20.0, 100.0)
                .map(value -> Map.of("traffic.requests", value))
                .toList();
        List<Second> seconds = new ArrayList<>();
        for (var values : readings)
            seconds.add(new Second(Drills.time(seconds.size() + 3), values, List.of(), Map.of()));
        var drill = Drills.aDrill()
                .limiting(Stream.of(sides)
                        .map(side -> new Brief.Limit("traffic.requests", Brief.Scale.NUMBER, side, 50, side.word()))
                        .toArray(Brief.Limit[]::new))
                .withSeries(new Series(seconds))
                .begun()
                .broken();
        return ChartSection.of(drill.closed(Ending.ABORTED).subject())
                .picture()
                .signals()
                .get(0)
                .worst();
    }

    @Test
    void a_drill_without_traffic_has_a_chart_of_moments() {
        var bare = Drills.aDrill().begun().broken().closed(Ending.ABORTED).subject();
        assertThat(ChartSection.of(bare).chart().marks()).isNotEmpty();
        assertThat(ChartSection.of(bare).picture().signals())
                .allMatch(signal -> signal.worst().equals("not measured"));
    }
}

package dev.drillbook.wording;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static dev.drillbook.timeline.TimelineBuilder.clock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.EveryKind;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.timeline.TimelineBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTest {
    /** It may name the fault that could not be applied. */
    @Test
    void why_drillbook_aborted_is_not_for_players_and_why_a_person_did_is() {
        var drillbook = aTimeline().says(new Aborted(Aborted.DRILLBOOK, "/etc/shop cannot be written", false));
        assertThat(lastSaid(View.RESPONDER, drillbook)).contains("Drillbook aborted the drill");
        assertThat(lastSaid(View.FACILITATOR, drillbook).orElseThrow()).contains("/etc/shop");
        assertThat(lastSaid(View.RESPONDER, aTimeline().says(new Aborted("ada", "lunch", false))))
                .contains("ada aborted the drill: lunch");
    }

    @Test
    void the_facilitator_reads_a_sentence_for_every_kind_of_entry() {
        assertThat(EveryKind.sample()).extracting(Object::getClass).containsAll(EveryKind.kinds());
        for (Happening what : EveryKind.sample())
            assertThat(lastSaid(View.FACILITATOR, aTimeline().says(what)))
                    .as("%s", what)
                    .hasValueSatisfying(sentence -> assertThat(sentence).isNotBlank());
    }

    @Test
    void nothing_that_a_responder_reads_gives_the_answer_away() {
        var all = aTimeline().applies(EveryKind.SECRET);
        EveryKind.sample().forEach(all::says);
        var timeline = all.build();
        var story = List.of(
                EveryKind.SECRET,
                timeline.brief().story(),
                timeline.brief().answer().orElseThrow().text(),
                timeline.brief().text(),
                "red herring",
                "cache-config",
                "yesterdays-prices",
                "0.1.0");
        assertThat(said(View.RESPONDER, timeline)).hasSizeGreaterThan(15).allSatisfy(sentence -> assertThat(story)
                .noneMatch(sentence::contains));
    }

    @Test
    void the_same_secrets_are_open_to_the_facilitator() {
        var all = aTimeline().applies(EveryKind.SECRET);
        EveryKind.sample().forEach(all::says);
        assertThat(said(View.FACILITATOR, all.build()))
                .filteredOn(sentence -> sentence.contains(EveryKind.SECRET))
                .hasSizeGreaterThan(10);
    }

    @Test
    void faults_undos_probes_and_repairs_are_not_said_to_a_responder_at_all() {
        var timeline = aTimeline()
                .applies()
                .takesHold()
                .breaks("stale")
                .says(new Happening.Repaired("set it right"))
                .build();
        assertThat(said(View.RESPONDER, timeline))
                .containsExactly(
                        "Drill 2026-11-24-1, opened by sam: Yesterday's prices. It is a sale morning.",
                        "The drill began");
    }

    @Test
    void after_the_drill_everything_is_open() {
        assertThat(View.of(aTimeline().applies().build(), false)).isEqualTo(View.RESPONDER);
        assertThat(View.of(aTimeline().applies().closes(Ending.RESTORED).build(), false))
                .isEqualTo(View.FACILITATOR);
    }

    @Test
    void a_claim_for_another_time_says_which() {
        assertThat(lastSaid(View.RESPONDER, aTimeline().at("10:15:00").hears("detected", "10:12:00")))
                .contains("on-call reports detected, at 10:12:00");
        assertThat(lastSaid(View.RESPONDER, aTimeline().at("10:15:00").hears("detected")))
                .contains("on-call reports detected");
    }

    @Test
    void a_hypothesis_that_is_ruled_out_is_named() {
        assertThat(lastSaid(
                        View.RESPONDER,
                        aTimeline().suspects("database overload").rulesOut(1)))
                .contains("on-call rules out 1 (database overload)");
    }

    @Test
    void an_alert_that_was_delivered_late_says_since_when_it_fires() {
        var fired = new Happening.AlertFired("StaleAnswers", "over 1 %", java.util.Map.of(), clock("10:02:00"));
        assertThat(lastSaid(View.RESPONDER, aTimeline().at("10:02:30").says(fired)))
                .contains("Alert StaleAnswers fired, since 10:02:00: over 1 %");
    }

    @Test
    void what_drillbook_did_is_not_said_to_be_the_teams() {
        var drill = aTimeline().applies().at("10:30:00").putsBack(Ending.ABORTED);
        assertThat(lastSaid(View.RESPONDER, drill)).contains("Measured: restored since 10:30:00, by Drillbook");
    }

    @Test
    void people_can_be_called_by_their_roles() {
        var timeline = aTimeline()
                .says(new Claim.RoleTaken("sam", clock("10:00:00"), "sam", "commander"))
                .says(new Claim.Noted("sam", clock("10:00:00"), "looking"))
                .build();
        assertThat(new Sentences(timeline, View.RESPONDER).byRole().of(last(timeline)))
                .contains("commander notes: looking");
    }

    @Test
    void what_people_type_stays_on_its_line_and_cannot_repaint_a_terminal() {
        var note = new Claim.Noted("sam", clock("10:00:00"), "one\ntwo\u001b[2Jthree\u202Efour");
        assertThat(lastSaid(View.RESPONDER, aTimeline().says(note))).contains("sam notes: one two [2Jthreefour");
    }

    private static Optional<String> lastSaid(View view, TimelineBuilder drill) {
        var timeline = drill.build();
        return new Sentences(timeline, view).of(last(timeline));
    }

    private static List<String> said(View view, Timeline timeline) {
        var sentences = new Sentences(timeline, view);
        return timeline.entries().stream()
                .map(sentences::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }

    private static dev.drillbook.timeline.Entry last(Timeline timeline) {
        return timeline.entries().get(timeline.entries().size() - 1);
    }
}

package dev.drillbook.slack;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.drillbook.control.Finished;
import dev.drillbook.journal.Journal;
import dev.drillbook.score.Scorecard;
import dev.drillbook.slack.loopback.Channel;
import dev.drillbook.slack.loopback.Message;
import dev.drillbook.slack.loopback.SlackOnLoopback;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.EveryKind;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.timeline.TimelineBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people and runbooks say, Slack takes every message, and shows it as text. */
class PostsTest {
    private static final String HOSTILE = "<!channel> <@U1> *bold* `code` 😀 שלום & \u202E".repeat(110);

    @TempDir
    private Path folder;

    private final SlackOnLoopback slack = SlackOnLoopback.start();
    private Channel channel;
    private Calls calls;

    @BeforeEach
    void open() {
        channel = slack.opens("drills");
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.methodsAddress());
        calls = new Calls(Slack.getInstance(config).methods(slack.botToken()));
    }

    @AfterEach
    void close() {
        slack.close();
    }

    private Message shown(Post post) {
        try {
            String ts = calls.post(Place.in(channel.id()), post);
            return channel.message(ts).orElseThrow();
        } catch (Exception e) {
            throw new AssertionError(post.toString(), e);
        }
    }

    private void areShownAsText() {
        assertThat(slack.refused()).isEmpty();
        assertThat(channel.messages()).isNotEmpty().allSatisfy(message -> assertThat(
                        message.text() + message.content().blocks() + message.author())
                .doesNotContain("<!", "<@", "\u202E", EveryKind.SECRET)
                .contains("DRILL"));
    }

    private static Timeline hostile() {
        var drill = aTimeline().withGoal(HOSTILE, Duration.ofMinutes(5));
        for (int i = 0; i < 60; i++) drill.suspects(HOSTILE);
        return drill.applies(HOSTILE)
                .says(new Claim.Noted(HOSTILE, Instant.EPOCH, HOSTILE))
                .says(new Claim.RoleTaken("U1", Instant.EPOCH, HOSTILE, HOSTILE))
                .injects(HOSTILE, HOSTILE)
                .hints(HOSTILE)
                .fires(HOSTILE)
                .escalates(HOSTILE)
                .hearsRootCause(HOSTILE)
                .says(new Happening.Aborted(HOSTILE, HOSTILE, true))
                .build();
    }

    @Test
    void every_kind_of_entry() {
        TimelineBuilder builder = aTimeline();
        EveryKind.sample().stream().skip(1).forEach(builder::says);
        Timeline timeline = builder.build();
        Lines lines = new Lines(timeline, UnaryOperator.identity());
        timeline.entries().forEach(entry -> {
            lines.of(entry).ifPresent(this::shown);
            if (Lines.isAlarming(entry)) shown(lines.alarm(entry));
        });
        shown(new Headline(timeline, UnaryOperator.identity()).at(Instant.EPOCH));
        areShownAsText();
    }

    @Test
    void a_claim_stands_with_the_time_that_it_names_and_all_else_with_its_entrys() {
        Timeline timeline = aTimeline()
                .at("10:20:00")
                .hears("detected", "10:15:00")
                .fires("StalePages")
                .build();
        Lines lines = new Lines(timeline, who -> who);
        assertThat(shown(lines.of(timeline.entries().get(2)).orElseThrow()).words())
                .contains("2026-11-24-1 · 10:15:00")
                .doesNotContain("10:20");
        assertThat(shown(lines.of(timeline.entries().get(3)).orElseThrow()).words())
                .contains("2026-11-24-1 · 10:20:00");
    }

    @Test
    void hostile_texts_of_four_thousand_characters() {
        Timeline timeline = hostile();
        Lines lines = new Lines(timeline, who -> who);
        timeline.entries().forEach(entry -> {
            lines.of(entry).ifPresent(this::shown);
            if (Lines.isAlarming(entry)) shown(lines.alarm(entry));
        });
        shown(new Headline(timeline, who -> who).at(timeline.end()));
        ScorecardPosts.of(Scorecard.of(timeline), HOSTILE).forEach(this::shown);
        areShownAsText();
    }

    @Test
    void a_scorecard_has_each_metric_with_its_value_goal_and_formula() {
        Scorecard card = Scorecard.of(aTimeline()
                .withGoal("detected", Duration.ofMinutes(1))
                .applies()
                .breaks("stale")
                .at("10:02:30")
                .hears("detected")
                .closes(Ending.ABORTED)
                .build());
        List<String> pages = ScorecardPosts.of(card, "Prices").stream()
                .map(post -> shown(post).words())
                .toList();
        assertThat(pages.get(0)).contains("*time to detect*: 2 min 30 s · :x: *goal missed*", "10:02:30 − ");
        assertThat(String.join("\n", pages))
                .contains(card.metrics().stream()
                        .map(metric -> "*" + metric.name() + "*")
                        .toList());
    }

    @Test
    void what_is_still_owed_is_told_loudly() {
        Timeline timeline = aTimeline()
                .applies("the <b> fault")
                .says(new Happening.StaysOwed(1, "no route"))
                .closes(Ending.ABORTED)
                .build();
        assertThat(shown(new Outcome(finished(timeline)).post("outcome")).words())
                .contains(
                        "NOT EVERYTHING WAS PUT BACK",
                        "STILL OWED: the undo of the &lt;b&gt; fault; by hand: put the &lt;b&gt; fault back;"
                                + " again with drillbook undo 2026-11-24-1",
                        "Last hash");
    }

    @Test
    void a_drill_that_broke_nothing_put_nothing_back_and_a_refused_one_does_not_tell_players_why() {
        Timeline timeline = aTimeline()
                .says(new Happening.Refused("the lock is taken"))
                .closes(Ending.REFUSED)
                .build();
        assertThat(shown(new Outcome(finished(timeline)).post("outcome")).words())
                .contains("over (refused)", "there was nothing to put back", "drillbook report 2026-11-24-1")
                .doesNotContain("the lock is taken");
    }

    @Test
    void without_the_right_to_speak_as_others_an_inject_still_comes() throws Exception {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.methodsAddress());
        calls = new Calls(Slack.getInstance(config).methods(slack.botToken("chat:write")));
        Timeline timeline = aTimeline().injects("support", "a customer calls").build();
        Lines lines = new Lines(timeline, who -> who);
        Post post = lines.of(timeline.entries().get(2)).orElseThrow();
        assertThat(shown(post).words()).contains("support: a customer calls");
    }

    private Finished finished(Timeline timeline) {
        try (Journal journal = Journal.create(folder, Clock.systemUTC(), System::nanoTime)) {
            timeline.entries().forEach(entry -> journal.append(entry.what()));
        }
        return new Finished("2026-11-24-1", folder, timeline, Optional.empty(), List.of(), List.of());
    }
}

package dev.drillbook.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.drillbook.drill.HandClock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The catalogue: each rule names its page, and what breaks it is refused on the wire with its code. */
class RuleTest {
    private static final Map<Rule, BadManners.Bad> BAD = bad();

    private static Map<Rule, BadManners.Bad> bad() {
        Map<Rule, BadManners.Bad> all = new EnumMap<>(BadManners.all());
        BadCalls.all().forEach((rule, bad) -> all.put(rule, (app, clock) -> Json.text(bad.made(app), "error")));
        BadBlocks.all()
                .forEach((rule, blocks) -> all.put(rule, (app, clock) -> Json.text(app.postsBlocks(blocks), "error")));
        BadViews.all()
                .forEach((rule, view) -> all.put(
                        rule,
                        (app, clock) -> Json.text(
                                app.calls(
                                        "views.open",
                                        "trigger_id",
                                        Json.text(
                                                app.slack
                                                        .user("U1")
                                                        .drafts("/drill", app.channel)
                                                        .payload(),
                                                "trigger_id"),
                                        "view",
                                        view),
                                "error")));
        return all;
    }

    @Test
    void every_rule_has_something_that_breaks_it() {
        assertThat(BAD.keySet()).isEqualTo(EnumSet.allOf(Rule.class));
    }

    @Test
    void every_rule_names_a_page_of_slacks_documentation() {
        assertThat(Rule.values()).allMatch(rule -> rule.page().startsWith("https://docs.slack.dev/"));
    }

    @TestFactory
    Stream<DynamicTest> refused_is() {
        return Stream.of(Rule.values()).map(rule -> dynamicTest(rule.refuses(), () -> isRefused(rule)));
    }

    private static void isRefused(Rule rule) {
        HandClock clock = new HandClock();
        try (SlackOnLoopback slack = SlackOnLoopback.start(clock)) {
            slack.joins("U1", "ann");
            RawApp app = new RawApp(slack, slack.opens("drills"));
            String code = BAD.get(rule).done(app, clock);
            slack.awaitsRefused(rule);
            assertThat(slack.refused()).extracting(Refused::rule).containsExactly(rule);
            assertThat(code).isEqualTo(rule.code());
        }
    }
}

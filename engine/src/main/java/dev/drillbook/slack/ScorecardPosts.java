package dev.drillbook.slack;

import dev.drillbook.score.GoalResult;
import dev.drillbook.score.Metric;
import dev.drillbook.score.Scorecard;
import dev.drillbook.wording.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A scorecard as messages: each metric, its value and its goal, and the formula small below it. */
final class ScorecardPosts {
    /** Two blocks each, far from the fifty that a message takes and from what its texts may weigh together. */
    private static final int METRICS_A_MESSAGE = 12;

    private ScorecardPosts() {}

    static List<Post> of(Scorecard card, String title) {
        List<Post> posts = new ArrayList<>();
        List<Metric> metrics = card.metrics();
        for (int from = 0; from < metrics.size(); from += METRICS_A_MESSAGE)
            posts.add(page(card, title, from, Math.min(from + METRICS_A_MESSAGE, metrics.size())));
        return posts;
    }

    private static Post page(Scorecard card, String title, int from, int to) {
        String heading = "Scorecard: " + title + (from == 0 ? "" : ", continued");
        Post.Draft draft = Post.draft(card.drill(), "scorecard-" + from)
                .small(":bar_chart: " + Marks.of(card.drill()))
                .header(heading);
        if (from == 0)
            draft.lines(card.goals().stream().map(ScorecardPosts::inWords).toList());
        for (Metric metric : card.metrics().subList(from, to)) {
            draft.markup("*" + SlackText.escaped(metric.name()) + "*: "
                    + Shown.escaped(metric.value().inWords(), Shown.HEADER)
                    + metric.goal().map(ScorecardPosts::mark).orElse(""));
            draft.smallText(
                    metric.goal().map(goal -> "Goal " + goal.inWords() + ". ").orElse("") + metric.formula());
        }
        return draft.saying("DRILL " + card.drill() + ": " + heading + ": "
                + card.metrics().subList(from, to).stream()
                        .map(metric -> metric.name() + " " + metric.value().inWords())
                        .collect(Collectors.joining("; ")));
    }

    private static String inWords(GoalResult goal) {
        String sign = goal.isMet() ? "✓ " : goal.isMissed() ? "✕ " : "○ ";
        return sign + OneLine.of("Goal " + goal.milestone() + ": " + goal.inWords());
    }

    private static String mark(GoalResult goal) {
        return goal.isMet() ? " · :white_check_mark: goal met" : goal.isMissed() ? " · :x: *goal missed*" : "";
    }
}

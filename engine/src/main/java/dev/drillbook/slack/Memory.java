package dev.drillbook.slack;

import dev.drillbook.control.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was told in Slack so far; it outlives the process. */
final class Memory {
    /** The story of what is told beside any drill; its steps are the notices' numbers. */
    static final String NOTICES = "notices";

    static final String BEGIN = "begin", HEADLINE = "headline", CHANNEL = "channel", FRONT = "front", END = "end";

    /** Begins the step that says when a drill was opened: an id is used again when a drill's folder was removed. */
    static final String OPENED = "opened ";

    private final Database database;

    Memory(Database database) {
        this.database = database;
    }

    /** A step's name and where it was told. */
    private record Row(String step, Spot spot) {}

    /** One story, as far as it was told. */
    Told story(String story) {
        Map<String, Spot> steps = database
                .rows(
                        line -> new Row(line.text("step"), new Spot(line.text("channel"), line.text("ts"))),
                        "SELECT step, channel, ts FROM told WHERE story = ?",
                        story)
                .stream()
                .collect(Collectors.toMap(Row::step, Row::spot));
        return new Told(this, story, steps);
    }

    /** A story of that name of which nothing is told yet. */
    Told anew(String story) {
        database.change("DELETE FROM told WHERE story = ?", story);
        return story(story);
    }

    /** Durable when it returns. */
    void add(String story, String step, Spot spot) {
        database.change(
                "INSERT INTO told (story, step, channel, ts) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                story,
                step,
                spot.channel(),
                spot.ts());
    }

    /** Drills whose story was begun and not ended, the first one first. */
    List<String> unfinished() {
        return database.rows(
                line -> line.text("story"),
                "SELECT story FROM told t WHERE step = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM told e WHERE e.story = t.story AND e.step = ?) ORDER BY story",
                BEGIN,
                END);
    }

    /** The number of the last notice that was told; empty when none ever was. */
    Optional<Long> lastNotice() {
        return database
                .rows(
                        line -> line.number("last"),
                        "SELECT COALESCE(MAX(CAST(step AS BIGINT)), -1) AS last FROM told WHERE story = ?",
                        NOTICES)
                .stream()
                .filter(last -> last >= 0)
                .findFirst();
    }

    /**
     * The drill that is told in that thread, or in that channel of its own, which the first channel never is, though it
     * stands in where Slack gave no other.
     *
     * @param thread its first message's ts
     */
    Optional<String> drillIn(String channel, Optional<String> thread) {
        return database
                .rows(
                        line -> line.text("story"),
                        "SELECT story FROM told t WHERE channel = ? AND (step = ? AND ts = ? OR step = ? AND NOT EXISTS"
                                + " (SELECT 1 FROM told f WHERE f.story = t.story AND f.step = ?"
                                + " AND f.channel = t.channel))",
                        channel,
                        HEADLINE,
                        thread.filter(ts -> !ts.isEmpty()).orElse("none"),
                        CHANNEL,
                        BEGIN)
                .stream()
                .findFirst();
    }
}

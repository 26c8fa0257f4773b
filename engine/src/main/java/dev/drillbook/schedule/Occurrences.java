package dev.drillbook.schedule;

import dev.drillbook.control.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The occurrence table. A change is on the disk when its method returns. */
final class Occurrences {
    private static final String ROW =
            "SELECT schedule, planned, start_at, runbook, environment, notes, state, drill, detail FROM occurrence ";
    private static final String ONE = " WHERE schedule = ? AND planned = ?";

    /** Of a detail, as the table has it. */
    private static final int MOST = 2000;

    private final Database database;
    private final Clock clock;

    Occurrences(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes changes and what is told of them one: both are on the disk, or neither. */
    void atOnce(Runnable changes) {
        database.together(() -> {
            changes.run();
            return null;
        });
    }

    /** Adds a planned one, unless this schedule has one planned for that moment already. @return whether it did */
    boolean add(Row row) {
        return change(
                        "INSERT INTO occurrence (schedule, planned, start_at, runbook, environment, notes, state, changed_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        row.schedule(),
                        row.planned(),
                        row.start(),
                        row.runbook(),
                        row.environment(),
                        row.notes(),
                        row.state(),
                        clock.instant())
                > 0;
    }

    Optional<Row> find(String schedule, Instant planned) {
        return rows(ROW + ONE, schedule, planned).stream().findFirst();
    }

    /** Those in a state, the earliest start first. */
    List<Row> in(State state) {
        return rows(ROW + "WHERE state = ? ORDER BY start_at, schedule", state);
    }

    /** What is over, the latest first. */
    List<Row> past(int count) {
        return rows(ROW + "WHERE state <> ? ORDER BY start_at DESC, schedule LIMIT ?", State.PLANNED, count);
    }

    /** When the last one that this schedule ever planned is planned for. */
    Optional<Instant> lastPlanned(String schedule) {
        return rows(ROW + "WHERE schedule = ? ORDER BY planned DESC LIMIT 1", schedule).stream()
                .map(Row::planned)
                .findFirst();
    }

    /** Takes a planned one for its start, unless a person moved it meanwhile. @return whether it is ours */
    boolean claim(Row row) {
        return change(
                        "UPDATE occurrence SET state = ?, detail = '', changed_at = ?" + ONE
                                + " AND state = ? AND start_at = ?",
                        State.CLAIMED,
                        clock.instant(),
                        row.schedule(),
                        row.planned(),
                        State.PLANNED,
                        row.start())
                > 0;
    }

    /** Plans one again that the calendar left out, and no person did. @return false when it did not */
    boolean reopen(Row row) {
        return change(
                        "UPDATE occurrence SET state = ?, start_at = ?, notes = ?, runbook = ?, environment = ?, changed_at = ?"
                                + ONE + " AND state = ? AND detail = ''",
                        State.PLANNED,
                        row.start(),
                        row.notes(),
                        row.runbook(),
                        row.environment(),
                        clock.instant(),
                        row.schedule(),
                        row.planned(),
                        State.SKIPPED)
                > 0;
    }

    /** From one state to another. @return false when it was not, or no longer, in the first */
    boolean move(Row row, State from, State to, Optional<String> drill, String detail) {
        return change(
                        "UPDATE occurrence SET state = ?, drill = ?, detail = ?, changed_at = ?" + ONE
                                + " AND state = ?",
                        to,
                        drill.orElse(null),
                        detail.length() > MOST ? detail.substring(0, MOST) : detail,
                        clock.instant(),
                        row.schedule(),
                        row.planned(),
                        from)
                > 0;
    }

    /** Takes over what and when it starts now, where that differs and no person has moved it. */
    void replan(Row now, Row before) {
        if (!now.runbook().equals(before.runbook()) || !now.environment().equals(before.environment()))
            change(
                    "UPDATE occurrence SET runbook = ?, environment = ?" + ONE + " AND state = ?",
                    now.runbook(),
                    now.environment(),
                    now.schedule(),
                    now.planned(),
                    State.PLANNED);
        if (!before.isPostponed() && !now.start().equals(before.start())) startAt(now, now.start(), now.notes());
    }

    /** Forgets one that is still to come. @return false when it is no longer planned */
    boolean remove(Row row) {
        return change("DELETE FROM occurrence" + ONE + " AND state = ?", row.schedule(), row.planned(), State.PLANNED)
                > 0;
    }

    /** Moves its start, of which nobody has been told then. @return false when it is no longer planned */
    boolean startAt(Row row, Instant start, String notes) {
        return change(
                        "UPDATE occurrence SET start_at = ?, notes = ?, announced = FALSE, reminded = FALSE, changed_at = ?"
                                + ONE + " AND state = ?",
                        start,
                        notes,
                        clock.instant(),
                        row.schedule(),
                        row.planned(),
                        State.PLANNED)
                > 0;
    }

    /** @return whether this is the first time that it is told so, and it is still planned */
    boolean tell(Row row, Due.Kind kind) {
        String column = kind == Due.Kind.ANNOUNCE ? "announced" : "reminded";
        return change(
                        "UPDATE occurrence SET " + column + " = TRUE" + ONE + " AND state = ? AND NOT " + column,
                        row.schedule(),
                        row.planned(),
                        State.PLANNED)
                > 0;
    }

    private int change(String sql, Object... values) {
        return database.change(sql, values);
    }

    private List<Row> rows(String sql, Object... values) {
        return database.rows(Occurrences::row, sql, values);
    }

    private static Row row(Database.Line line) {
        return new Row(
                line.text("schedule"),
                line.instant("planned"),
                line.instant("start_at"),
                line.text("runbook"),
                line.text("environment"),
                line.text("notes"),
                State.valueOf(line.text("state")),
                Optional.ofNullable(line.text("drill")),
                line.text("detail"));
    }
}

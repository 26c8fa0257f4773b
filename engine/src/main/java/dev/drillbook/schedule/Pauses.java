package dev.drillbook.schedule;

import dev.drillbook.control.Database;
import java.time.Clock;
import java.util.Optional;

/** Schedules that are held for now: none of their drills starts, and each that would have is recorded as skipped. */
final class Pauses {
    private final Database database;
    private final Clock clock;

    Pauses(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean isPaused(String schedule) {
        return by(schedule).isPresent();
    }

    /** Who holds it. */
    Optional<String> by(String schedule) {
        return database.rows(line -> line.text("who"), "SELECT who FROM pause WHERE schedule = ?", schedule).stream()
                .findFirst();
    }

    /** @return false when it was paused already */
    boolean pause(String schedule, String who) {
        return database.change(
                        "INSERT INTO pause (schedule, who, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        schedule,
                        who,
                        clock.instant())
                > 0;
    }

    /** @return false when it was not paused */
    boolean resume(String schedule) {
        return database.change("DELETE FROM pause WHERE schedule = ?", schedule) > 0;
    }
}

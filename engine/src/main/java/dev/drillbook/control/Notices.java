package dev.drillbook.control;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people are to be told beside any drill: announcements, reminders, missed starts, debts. Durable before it
 * returns; doors follow it as they follow a journal, each from where it last looked.
 */
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Database database;
    private final Clock clock;

    public Notices(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param kind such as {@code announced} @param text a line or a few, in the responder view */
    public record Notice(long id, Instant at, String kind, String text) {}

    public void tell(String kind, String text) {
        database.change("INSERT INTO notice (at, kind, text) VALUES (?, ?, ?)", clock.instant(), kind, text);
        LOG.info("{}", text);
    }

    /** Those with a higher id, oldest first. */
    public List<Notice> after(long id) {
        return database.rows(
                line -> new Notice(line.number("id"), line.instant("at"), line.text("kind"), line.text("text")),
                "SELECT id, at, kind, text FROM notice WHERE id > ? ORDER BY id",
                id);
    }
}

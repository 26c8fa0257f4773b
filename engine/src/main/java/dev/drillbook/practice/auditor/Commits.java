package dev.drillbook.practice.auditor;

import dev.drillbook.practice.auditor.PriceHistory.Commit;
import dev.drillbook.practice.part.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The price commits as PostgreSQL keeps them. */
record Commits(Database database) {
    private static final String AFTER =
            "select seq, product, cents, committed_at from price_commit where seq > ? order by seq";

    List<Commit> after(long seq) throws SQLException {
        return database.ask(open -> {
            var commits = new ArrayList<Commit>();
            try (var statement = open.prepareStatement(AFTER)) {
                statement.setLong(1, seq);
                try (var row = statement.executeQuery()) {
                    while (row.next())
                        commits.add(new Commit(
                                row.getLong(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getTimestamp(4).toInstant()));
                }
            }
            return commits;
        });
    }
}

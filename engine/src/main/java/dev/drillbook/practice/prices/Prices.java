package dev.drillbook.practice.prices;

import dev.drillbook.practice.part.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** The prices in PostgreSQL, and the history of their changes. */
final class Prices {
    private static final int PRODUCTS = 100;
    // From 5 to 100 euros, always upwards until it starts again: a price names its commit for hours.
    private static final String CHANGE =
            "update product set cents = 500 + (cents - 500 + ?) % 9500 where id = ? returning cents";
    private static final int LARGEST_STEP = 50;
    private static final String COMMIT = "insert into price_commit (product, cents) values (?, ?) returning seq";
    private static final String FORGET = "delete from price_commit where seq <= ?";
    private static final String AFTER = """
            select seq, product, cents, floor(extract(epoch from committed_at) * 1000)::bigint
              from price_commit where seq > ? order by seq""";

    private final long kept;
    private final Database writing;
    private final Database reading;

    /** @param kept how many commits the history has at most: whoever begins to read it reads all of it */
    Prices(String url, long kept) {
        this.kept = kept;
        writing = new Database(url, "prices");
        reading = new Database(url, "prices");
    }

    /** Creates the tables and their first content, unless they are there. */
    void createSchema() throws SQLException {
        writing.ask(database -> {
            try (var statement = database.createStatement()) {
                statement.execute(schema());
                // Not possible in a transaction. Without it a fresh table's indexes are not trusted alone.
                return statement.execute("vacuum analyze");
            }
        });
    }

    /**
     * Commits a new price for one product.
     *
     * @return the product's number
     */
    int change(RandomGenerator random) throws SQLException {
        int product = 1 + random.nextInt(PRODUCTS);
        return writing.inTransaction(database -> {
            int cents;
            try (var change = database.prepareStatement(CHANGE)) {
                change.setInt(1, 1 + random.nextInt(LARGEST_STEP));
                change.setInt(2, product);
                try (var changed = change.executeQuery()) {
                    changed.next();
                    cents = changed.getInt(1);
                }
            }
            forgetBefore(commit(product, cents, database), database);
            return product;
        });
    }

    private static long commit(int product, int cents, Connection database) throws SQLException {
        try (var commit = database.prepareStatement(COMMIT)) {
            commit.setInt(1, product);
            commit.setInt(2, cents);
            try (var committed = commit.executeQuery()) {
                committed.next();
                return committed.getLong(1);
            }
        }
    }

    private void forgetBefore(long last, Connection database) throws SQLException {
        try (var forget = database.prepareStatement(FORGET)) {
            forget.setLong(1, last - kept);
            forget.executeUpdate();
        }
    }

    /** One line a commit after {@code seq}: {@code seq product cents epochMillis}. */
    String commitsAfter(long seq) throws SQLException {
        return reading.ask(database -> {
            var lines = new StringBuilder();
            try (var statement = database.prepareStatement(AFTER)) {
                statement.setLong(1, seq);
                try (var rows = statement.executeQuery()) {
                    while (rows.next())
                        lines.append(rows.getLong(1))
                                .append(' ')
                                .append(rows.getInt(2))
                                .append(' ')
                                .append(rows.getInt(3))
                                .append(' ')
                                .append(rows.getLong(4))
                                .append('\n');
                }
            }
            return lines.toString();
        });
    }

    private static String schema() {
        try (InputStream sql = Prices.class.getResourceAsStream("schema.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

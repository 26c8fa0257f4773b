package dev.drillbook.practice.prices;

import java.sql.SQLException;

/** For tests of those who read the shop's tables. */
public final class Seeded {
    private Seeded() {}

    public static void createSchema(String database) throws SQLException {
        new Prices(database, 1_000).createSchema();
    }
}

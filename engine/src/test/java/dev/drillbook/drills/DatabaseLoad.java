package dev.drillbook.drills;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks pg_stat_database each second, with a connection of its own, how many rows PostgreSQL read for the shop. */
final class DatabaseLoad implements AutoCloseable {
    /** @param reads rows fetched since the second before */
    record Second(Instant at, long reads) {}

    private final Connection connection;
    private final List<Second> seconds = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private long before = -1;

    DatabaseLoad(URI address) throws SQLException {
        connection = DriverManager.getConnection("jdbc:postgresql://" + address.getHost() + ":" + address.getPort()
                + "/postgres?user=postgres&sslmode=disable&gssEncMode=disable");
        timer.scheduleAtFixedRate(this::ask, 0, 1, TimeUnit.SECONDS);
    }

    private void ask() {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "select xact_commit, tup_returned + tup_fetched from pg_stat_database where datname = 'shop'")) {
            answer.next();
            long reads = answer.getLong(2);
            synchronized (seconds) {
                if (before >= 0) seconds.add(new Second(Instant.now(), reads - before));
            }
            before = reads;
        } catch (SQLException e) {
            // it is being stopped
        }
    }

    List<Second> seconds() {
        synchronized (seconds) {
            return List.copyOf(seconds);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            connection.close();
        } catch (SQLException e) {
            // it was stopped first
        }
    }
}

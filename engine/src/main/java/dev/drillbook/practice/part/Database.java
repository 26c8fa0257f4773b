package dev.drillbook.practice.part;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** One connection to PostgreSQL, opened when it is first needed and again after a failure. One asker at a time. */
public final class Database implements AutoCloseable {
    /** A question or a statement. */
    public interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    private final String url;
    private final String application;
    private Connection connection;

    /** @param application shown in {@code pg_stat_activity} */
    public Database(String url, String application) {
        this.url = url;
        this.application = application;
    }

    /**
     * A new connection of its own. Reaching the server may take 10 s, and an answer 60 s, because seeding takes long
     * while a whole stack starts on a busy machine.
     */
    public static Connection connect(String url, String application) throws SQLException {
        var properties = new Properties();
        properties.setProperty("ApplicationName", application);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(url, properties);
    }

    public synchronized <R> R ask(Work<R> work) throws SQLException {
        if (connection == null) connection = connect(url, application);
        try {
            return work.with(connection);
        } catch (SQLException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Does the work in one transaction. */
    public <R> R inTransaction(Work<R> work) throws SQLException {
        return ask(open -> {
            open.setAutoCommit(false);
            R result = work.with(open);
            open.commit();
            open.setAutoCommit(true);
            return result;
        });
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) connection.close();
        } catch (SQLException alreadyBroken) {
            // it is thrown away
        }
        connection = null;
    }
}

package dev.drillbook.control;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;

/**
 * What must outlive the process: an embedded H2 database in PostgreSQL's dialect, one process at a time. Its file
 * is opened the asynchronous way: the usual one is closed for all when any thread that uses it is interrupted, and
 * Quartz interrupts its threads.
 */
public final class Database implements AutoCloseable {
    private static final String NAME = "state";
    private static final int CONNECTIONS = 8;

    private final HikariDataSource pool;
    private final ThreadLocal<Unit> together = new ThreadLocal<>();
    private final ReentrantLock turn = new ReentrantLock();

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Opens it, makes it if need be, and brings its tables up to date.
     *
     * @param folder in which its file is
     * @throws Refused when another process has it open
     * @throws DrillException when it cannot be opened
     */
    public static Database open(Path folder) {
        String url = url(folder);
        probe(folder, url);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName(NAME);
        HikariDataSource pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:dev/drillbook/control/state")
                .load()
                .migrate();
        return new Database(pool);
    }

    /** Two connections at once would make Hikari hide why the first failed. */
    private static void probe(Path folder, String url) {
        try {
            Files.createDirectories(folder);
            DriverManager.getConnection(url, new Properties()).close();
        } catch (IOException e) {
            throw new DrillException("cannot make " + folder + ": " + e.getMessage() + "; make it writable", e);
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1)
                throw new Refused("another process has " + folder.resolve(NAME + ".mv.db")
                        + " open: end it, or use the drillbook serve that runs there");
            throw new DrillException(
                    "cannot open " + folder.resolve(NAME + ".mv.db") + ": " + firstLine(e)
                            + "; put a copy of it back, or move it away to begin with an empty calendar",
                    e);
        }
    }

    private static String url(Path folder) {
        return "jdbc:h2:async:" + folder.resolve(NAME).toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";
    }

    public DataSource source() {
        return pool;
    }

    /**
     * Changes rows; committed and on the disk when it returns.
     *
     * @param values for the question marks: texts, numbers, instants, enums by their names, or what an Optional holds
     * @return how many rows
     */
    public int change(String sql, Object... values) {
        if (together.get() == null) return together(() -> change(sql, values));
        try (PreparedStatement statement = prepared(together.get().connection, sql, values)) {
            int rows = statement.executeUpdate();
            together.get().isChanged |= rows > 0;
            return rows;
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    /**
     * Makes the changes of this thread meanwhile one: all of them, or none when it throws. One thread's at a time, so
     * that whoever follows rows by a growing number sees none later that was numbered earlier.
     */
    public <T> T together(Supplier<T> changes) {
        if (together.get() != null) return changes.get();
        turn.lock();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false); // Hikari sets it back, and rolls back what is not committed
            Unit unit = new Unit(connection);
            together.set(unit);
            T result = changes.get();
            connection.commit();
            if (unit.isChanged) sync(connection);
            return result;
        } catch (SQLException e) {
            throw lost(e);
        } finally {
            together.remove();
            turn.unlock();
        }
    }

    private static final class Unit {
        final Connection connection;
        boolean isChanged;

        Unit(Connection connection) {
            this.connection = connection;
        }
    }

    /** H2 writes behind a commit's back, with WRITE_DELAY=0 too: only a checkpoint waits for the disk. */
    private static void sync(Connection connection) throws SQLException {
        try (Statement checkpoint = connection.createStatement()) {
            checkpoint.execute("CHECKPOINT SYNC");
        }
    }

    /** @param reader called once for each row, in order @param values as for {@link #change} */
    public <T> List<T> rows(Function<Line, T> reader, String sql, Object... values) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) rows.add(reader.apply(new Line(result)));
            return rows;
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, column(values[i]));
        return statement;
    }

    private static Object column(Object value) {
        if (value instanceof Instant instant) return instant.atOffset(ZoneOffset.UTC);
        if (value instanceof Enum<?> word) return word.name();
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static DrillException lost(SQLException e) {
        String remedy = e.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY
                ? "say it as the user whom it belongs to, or let serve run"
                : "look at the disk of .drillbook";
        return new DrillException("the state cannot be used: " + firstLine(e) + "; " + remedy, e);
    }

    /** Without the statement. */
    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("; SQL statement:.*", "");
    }

    /** One row of an answer. */
    public static final class Line {
        private final ResultSet result;

        private Line(ResultSet result) {
            this.result = result;
        }

        /** Null where there is none. */
        public String text(String column) {
            return read(column, String.class);
        }

        public long number(String column) {
            return read(column, Long.class);
        }

        public Instant instant(String column) {
            return read(column, OffsetDateTime.class).toInstant();
        }

        private <T> T read(String column, Class<T> type) {
            try {
                return result.getObject(column, type);
            } catch (SQLException e) {
                throw lost(e);
            }
        }
    }

    /** H2 closes its file with the last connection. */
    @Override
    public void close() {
        pool.close();
    }
}

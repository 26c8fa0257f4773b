package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.Driver;

/**
 * One statement at a time, each in a connection of its own: {@code postgresql://user:password@host:port/database}. What
 * stands behind a question mark is passed to the driver, such as {@code sslmode=require}; else it takes TLS where it is offered.
 */
final class PostgresServer {
    private static final int CONNECT_SECONDS = 5;
    private static final int STATEMENT_SECONDS = 30;
    private static final Duration TO_END = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Address address;

    PostgresServer(URI uri) {
        if (!uri.getScheme().matches("postgres(ql)?"))
            throw new Invalid("Postgres is at a " + uri.getScheme()
                    + " address: write one such as postgresql://shop@127.0.0.1:5432/shop");
        this.address = new Address(uri);
    }

    interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    /** @throws DrillException when it does not answer, or refuses the statement */
    <T> T ask(Work<T> work) {
        return ask("drillbook", work);
    }

    private <T> T ask(String session, Work<T> work) {
        try (Connection connection = new Driver().connect(url(), properties(session));
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(STATEMENT_SECONDS);
            return work.with(statement);
        } catch (SQLException e) {
            boolean lost = e.getSQLState() == null
                    || e.getSQLState().startsWith("08")
                    || e.getSQLState().startsWith("57P");
            throw new DrillException(
                    lost
                            ? this + " does not answer (" + Words.why(e) + "): check that it runs"
                            : this + " refuses: " + Words.why(e) + "; check the statement",
                    e);
        }
    }

    void run(String sql) {
        run(sql, "drillbook");
    }

    /** @param session its name, at most 63 characters */
    void run(String sql, String session) {
        ask(session, statement -> statement.execute(sql));
    }

    /**
     * Ends sessions of this name: a server goes on with a statement whose client is gone, and commits it.
     *
     * @throws DrillException when one does not end
     */
    void end(String session) {
        String ours = " FROM pg_stat_activity WHERE datname = current_database() AND usename = session_user"
                + " AND application_name = '" + session + "'";
        long until = System.nanoTime() + TO_END.toNanos();
        while (first("SELECT pid" + ours).isPresent()) { // asked by itself: not everyone may end one
            first("SELECT pg_terminate_backend(pid)" + ours);
            if (System.nanoTime() > until)
                throw new DrillException(this + ": what is to be undone is still running (" + session
                        + " in pg_stat_activity) and does not end: look at it");
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** The first column of the first row; empty where there is no row, or a null. */
    Optional<Object> first(String query) {
        return ask(statement -> {
            try (ResultSet rows = statement.executeQuery(query)) {
                return rows.next() ? Optional.ofNullable(rows.getObject(1)) : Optional.empty();
            }
        });
    }

    private String url() {
        String database = address.name().isEmpty() ? address.user().orElse("postgres") : address.name();
        return "jdbc:postgresql://" + address.host() + ":" + address.port(5432) + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    private Properties properties(String session) {
        Properties properties = new Properties();
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", "" + CONNECT_SECONDS);
        properties.setProperty("loginTimeout", "" + 2 * CONNECT_SECONDS);
        properties.setProperty("socketTimeout", "" + (STATEMENT_SECONDS + CONNECT_SECONDS));
        address.user().ifPresent(user -> properties.setProperty("user", user));
        address.password().ifPresent(password -> properties.setProperty("password", password));
        properties.putAll(address.parameters());
        properties.setProperty(
                "ApplicationName", session); // by which its sessions are found, whatever the address says
        return properties;
    }

    String typed(String sql) {
        return "psql " + Words.quoted(address.shown().replace(":***@", "@")) + " -c " + Words.quoted(sql);
    }

    @Override
    public String toString() {
        return "PostgreSQL " + address.shown();
    }
}

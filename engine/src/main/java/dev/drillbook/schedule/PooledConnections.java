package dev.drillbook.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Gives Quartz the connections of our pool. */
record PooledConnections(DataSource source) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void shutdown() {
        // whoever made the pool closes it
    }

    @Override
    public void initialize() {
        // it is ready
    }
}

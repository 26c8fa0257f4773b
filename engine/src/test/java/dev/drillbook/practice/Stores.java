package dev.drillbook.practice;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real PostgreSQL and a real Redis, started once for all tests that ask for {@link Own} and ended with the last one.
 * Each test class gets an empty database and a Redis database of its own.
 */
public final class Stores implements ParameterResolver {
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** @param database JDBC URL; @param cache {@code redis://host:port/number} */
    public record Own(String database, URI cache) {
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(database);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Own.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, first -> new Running(), Running.class);
        var own = context.getStore(ExtensionContext.Namespace.create(Stores.class, context.getRequiredTestClass()));
        return own.getOrComputeIfAbsent(Own.class, first -> running.own(NEXT.incrementAndGet()), Own.class);
    }

    private static final class Running implements AutoCloseable {
        private final Folder folder = Folder.create();
        private final Fleet fleet = new Fleet(folder);
        private final URI cache;
        private final URI database;

        Running() {
            List<Plan> plans = new Blueprint(folder, told -> {}).waves(false).get(0);
            fleet.start(plans, ready -> {});
            cache = address(plans, "redis");
            database = address(plans, "postgresql");
        }

        Own own(int number) {
            try (Connection connection = Jdbc.connect(database, 10);
                    var statement = connection.createStatement()) {
                statement.execute("create database own_" + number);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return new Own(Jdbc.url(database.resolve("/own_" + number)), cache.resolve("/" + number));
        }

        private static URI address(List<Plan> plans, String name) {
            return plans.stream()
                    .filter(plan -> plan.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .address();
        }

        @Override
        public void close() {
            try {
                fleet.stop();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
            folder.delete();
        }
    }
}

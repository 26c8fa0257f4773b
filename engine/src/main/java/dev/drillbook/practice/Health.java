package dev.drillbook.practice;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Each part's own health check, by the kind of its address. */
final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Health() {}

    /** Asks now; a part that does not answer within two seconds is not healthy. */
    static boolean of(URI address) {
        try {
            return switch (address.getScheme()) {
                case "http" -> Http.isOk(address.resolve("/health"));
                case "redis" -> answersRedis(address);
                case "postgresql" -> answersSql(address);
                default -> throw new IllegalArgumentException("no health check for " + address);
            };
        } catch (IOException | SQLException silent) {
            return false;
        }
    }

    private static boolean answersRedis(URI address) throws IOException {
        try (RedisTalk talk = new RedisTalk(address, PATIENCE)) {
            return talk.ask("PING").equals("PONG");
        }
    }

    private static boolean answersSql(URI address) throws SQLException {
        try (Connection database = Jdbc.connect(address, (int) PATIENCE.toSeconds())) {
            return database.isValid((int) PATIENCE.toSeconds());
        }
    }
}

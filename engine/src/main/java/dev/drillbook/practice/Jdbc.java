package dev.drillbook.practice;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The practice database through JDBC. */
final class Jdbc {
    private Jdbc() {}

    /** @param database {@code postgresql://user@host:port/database} */
    static String url(URI database) {
        // both would only cost a round trip: the server has neither TLS nor Kerberos
        return "jdbc:postgresql://%s:%d%s?user=%s&sslmode=disable&gssEncMode=disable"
                .formatted(database.getHost(), database.getPort(), database.getPath(), database.getUserInfo());
    }

    /** @param patience seconds to connect; statements may take as long as they like */
    static Connection connect(URI database, int patience) throws SQLException {
        return DriverManager.getConnection(url(database) + "&connectTimeout=" + patience + "&loginTimeout=" + patience);
    }
}

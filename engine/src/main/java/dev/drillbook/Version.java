package dev.drillbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is. */
final class Version {
    private Version() {}

    /** Such as {@code 0.1.0 (3c5d0e0)}; without the commit where the build did not know it. */
    static String text() {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String commit = build.getProperty("commit", "");
        return build.getProperty("version") + (commit.isBlank() ? "" : " (" + commit + ")");
    }
}

package dev.drillbook.practice;

import com.sun.security.auth.module.UnixSystem;
import dev.drillbook.process.Program;
import dev.drillbook.runbook.DrillException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who starts the stack. PostgreSQL refuses to run as root, so root's native parts run as an ordinary user. */
record User(int uid) {
    /** {@code nobody}, on every Linux. */
    private static final int ORDINARY = 65534;

    static User current() {
        return new User((int) new UnixSystem().getUid());
    }

    boolean isRoot() {
        return uid == 0;
    }

    /** The user of PostgreSQL's files and process. */
    int databaseUid() {
        return isRoot() ? ORDINARY : uid;
    }

    /**
     * Where unpacked programs are kept from one start to the next: {@code $XDG_CACHE_HOME/drillbook}, else {@code
     * ~/.cache/drillbook}; for root {@code /var/cache/drillbook}, because others cannot reach root's home.
     */
    Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && !xdg.isBlank()) return Path.of(xdg, "drillbook");
        return isRoot() ? Path.of("/var/cache/drillbook") : home().resolve(".cache/drillbook");
    }

    /** {@code $HOME}, else what the user database says. */
    static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
    }

    /** What goes before a JVM's command, so that it dies with its leash (Linux; elsewhere nothing). */
    List<String> bound() {
        return Program.onPath("setpriv")
                .map(it -> List.of(it, "--pdeathsig", "KILL"))
                .orElse(List.of());
    }

    /** The same before a native program's command, which never runs as root. */
    List<String> boundAndOrdinary() {
        if (!isRoot()) return bound();
        if (bound().isEmpty())
            throw new DrillException("PostgreSQL does not run as root, and 'setpriv' is missing to change the user;"
                    + " install util-linux, or start the practice environment as an ordinary user");
        List<String> prefix = new ArrayList<>(bound());
        prefix.addAll(List.of("--reuid", "" + ORDINARY, "--regid", "" + ORDINARY, "--clear-groups"));
        return prefix;
    }
}

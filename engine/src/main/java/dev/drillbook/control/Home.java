package dev.drillbook.control;

import dev.drillbook.settings.Settings;
import java.nio.file.Path;

/** Where an installation of Drillbook keeps its things. */
public record Home(Path folder) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path runbooks() {
        return folder.resolve("runbooks");
    }

    public Path templates() {
        return folder.resolve("templates");
    }

    public Path reports() {
        return folder.resolve("reports");
    }

    public Path settings() {
        return folder.resolve(Settings.FILE);
    }

    /** One file per environment that can be drilled. */
    public Path locks() {
        return state().resolve("locks");
    }

    /** There while every drill is to be stopped. */
    public Path stopped() {
        return state().resolve("stopped");
    }

    /** Locks and addresses of what runs: nothing that must outlive it. */
    public Path state() {
        return folder.resolve(".drillbook");
    }
}

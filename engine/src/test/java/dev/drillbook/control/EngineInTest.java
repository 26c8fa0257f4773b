package dev.drillbook.control;

import dev.drillbook.drill.DrillClock;
import dev.drillbook.script.Library;
import dev.drillbook.script.Scripts;
import dev.drillbook.settings.Settings;
import dev.drillbook.undo.GuardPost;
import dev.drillbook.undo.GuardSettings;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** A process of its own that runs a drill of the workshop, as {@code drillbook run} does, and can be killed. */
final class EngineInTest {
    private EngineInTest() {}

    /** @param arguments its home, whose settings name the workshop */
    public static void main(String[] arguments) {
        Home home = new Home(Path.of(arguments[0]));
        drills(home, new Reporting(home.templates()))
                .start(Workshop.run(), words -> {})
                .finished()
                .join();
        System.exit(0);
    }

    static Drills drills(Home home, Reporting reporting) {
        Settings settings = Settings.read(home.settings());
        return new Drills(
                home,
                new Library(home.runbooks(), new Scripts())::load,
                new Environments(new EnvironmentSettings(settings.root()).stacks(Set.of()), Map.of()),
                Gate.OPEN,
                GuardPost.in(home.locks(), GuardSettings.of(settings.root())),
                reporting,
                ZoneOffset.UTC,
                "test",
                DrillClock.system());
    }
}

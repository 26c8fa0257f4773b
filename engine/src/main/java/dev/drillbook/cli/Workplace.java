package dev.drillbook.cli;

import dev.drillbook.control.Debts;
import dev.drillbook.control.Door;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Home;
import dev.drillbook.control.Reporting;
import dev.drillbook.control.Serving;
import dev.drillbook.drill.DrillClock;
import dev.drillbook.script.Library;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the commands work with.
 *
 * @param drills made on first use: most commands need none, and start faster
 * @param doors to open while a drill runs
 * @param serving opens what serve serves
 * @param checkSettings throws {@code Invalid} with all mistakes of {@code drillbook.yaml}
 * @param version of this build
 */
public record Workplace(
        Home home,
        Library library,
        Supplier<Drills> drills,
        List<Door> doors,
        Supplier<Serving> serving,
        Runnable checkSettings,
        String version) {
    Debts debts() {
        return new Debts(home, new Reporting(home.templates()), DrillClock.system());
    }
}

package dev.drillbook.slack;

import dev.drillbook.timeline.Claim.RuledOut;
import dev.drillbook.timeline.Claim.Suspected;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.AlertResolved;
import dev.drillbook.timeline.Happening.Closed;
import dev.drillbook.timeline.Happening.HintGiven;
import dev.drillbook.timeline.Happening.Injected;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Happening.MilestoneWithdrawn;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.timeline.Happening.WrittenOff;
import java.util.Map;

/** What every message says first: that it is a drill's; and a sign for its kind. */
final class Marks {
    private static final Map<Class<? extends Happening>, String> SIGNS = Map.ofEntries(
            Map.entry(AlertFired.class, ":bell:"),
            Map.entry(AlertResolved.class, ":white_check_mark:"),
            Map.entry(Injected.class, ":speech_balloon:"),
            Map.entry(HintGiven.class, ":bulb:"),
            Map.entry(MilestoneMet.class, ":checkered_flag:"),
            Map.entry(MilestoneWithdrawn.class, ":leftwards_arrow_with_hook:"),
            Map.entry(Suspected.class, ":mag:"),
            Map.entry(RuledOut.class, ":x:"),
            Map.entry(Aborted.class, ":octagonal_sign:"),
            Map.entry(StaysOwed.class, ":warning:"),
            Map.entry(WrittenOff.class, ":warning:"),
            Map.entry(Closed.class, ":lock:"));

    private Marks() {}

    /** Markup of our own. */
    static String of(String drill) {
        return "*DRILL* " + drill;
    }

    static String of(String drill, Happening what, String time) {
        String sign = SIGNS.get(what.getClass());
        return (sign == null ? "" : sign + " ") + of(drill) + " · " + time;
    }
}

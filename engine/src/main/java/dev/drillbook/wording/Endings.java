package dev.drillbook.wording;

import dev.drillbook.timeline.Happening.Cause;
import dev.drillbook.timeline.Happening.Ending;
import java.util.EnumMap;
import java.util.Map;

/** Why a drill is over, in words. */
public final class Endings {
    private static final Map<Ending, String> WORDS = new EnumMap<>(Map.of(
            Ending.RESTORED, "restored",
            Ending.ABORTED, "aborted",
            Ending.ABORT_CONDITION, "its abort condition held",
            Ending.TIME_LIMIT, "its time limit was reached",
            Ending.REHEARSAL_OVER, "the rehearsal was over",
            Ending.REFUSED, "refused",
            Ending.SIGNAL, "stopped by a signal",
            Ending.INTERRUPTED, "its engine died",
            Ending.DEFECT, "a defect in Drillbook"));

    private static final Map<Cause, String> CAUSES = new EnumMap<>(Map.of(
            Cause.ENGINE_GONE, "the engine is gone",
            Cause.ENGINE_FROZEN, "the engine was frozen, and was ended with kill -9",
            Cause.LEASE_OVER, "a fault outlived its lease, and the engine was ended with kill -9"));

    private Endings() {}

    public static String inWords(Ending ending) {
        return WORDS.get(ending);
    }

    static String inWords(Cause cause) {
        return CAUSES.get(cause);
    }
}

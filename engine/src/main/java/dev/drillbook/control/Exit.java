package dev.drillbook.control;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Refused;
import dev.drillbook.timeline.Happening.Ending;

/** How a command ends: the codes of DESIGN section 4. */
public enum Exit {
    DONE(0),
    NOT_PASSED(1),
    WRONG_USAGE(2),
    REFUSED(3),
    STILL_OWED(4),
    DEFECT(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Exit of(Throwable e) {
        if (e instanceof Invalid) return WRONG_USAGE;
        if (e instanceof Refused) return REFUSED;
        return e instanceof DrillException && !(e instanceof Defect) ? NOT_PASSED : DEFECT;
    }

    /** Of a drill that has paid all it owed. */
    static Exit of(Ending ending) {
        return switch (ending) {
            case RESTORED, TIME_LIMIT, REHEARSAL_OVER -> DONE;
            case ABORTED, ABORT_CONDITION, SIGNAL, INTERRUPTED -> NOT_PASSED;
            case REFUSED -> REFUSED;
            case DEFECT -> DEFECT;
        };
    }
}

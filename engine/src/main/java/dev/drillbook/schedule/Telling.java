package dev.drillbook.schedule;

import dev.drillbook.control.Notices;
import dev.drillbook.control.PlanningWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** What people are told of occurrences: in the schedule's zone and in UTC, and never what will be broken. */
final class Telling {
    /** How many next possible dates are told with a missed one. */
    static final int DATES = 3;

    private final Notices notices;

    Telling(Notices notices) {
        this.notices = notices;
    }

    void comes(Row row, ZoneId zone, Due.Kind kind) {
        String begin = kind == Due.Kind.ANNOUNCE ? "Drill announced: " : "Drill soon: ";
        notices.tell(
                kind.name().toLowerCase(java.util.Locale.ROOT),
                begin + what(row) + " starts at " + PlanningWords.at(row.start(), zone) + why(row));
    }

    void starts(Row row, String drill) {
        notices.tell("start", "Drill started: " + what(row) + " as " + drill);
    }

    void missed(Row row, ZoneId zone, List<Instant> next) {
        notices.tell(
                "missed",
                "Drill missed: " + what(row) + ", which was to start at " + PlanningWords.at(row.start(), zone)
                        + ", and is not started late. " + instead(row, zone, next));
    }

    /** People may have been told that it comes. */
    void withdrawn(Row row, ZoneId zone, List<Instant> next) {
        notices.tell(
                "withdrawn",
                "Drill withdrawn: " + what(row) + ", which was to start at " + PlanningWords.at(row.start(), zone)
                        + ": its schedule was changed. " + instead(row, zone, next));
    }

    private static String instead(Row row, ZoneId zone, List<Instant> next) {
        String dates = next.stream().map(start -> PlanningWords.at(start, zone)).collect(Collectors.joining(", "));
        return "Next possible dates: " + dates + "; sooner with drillbook run " + row.runbook() + " --environment "
                + row.environment();
    }

    void refused(Row row) {
        notices.tell(
                "refused", "Drill not started: " + what(row) + "; nothing was broken. Why: drillbook schedule history");
    }

    private static String what(Row row) {
        return "'" + row.schedule() + "' on " + row.environment();
    }

    private static String why(Row row) {
        return row.notes().isEmpty() ? "" : " (" + row.notes() + ")";
    }
}

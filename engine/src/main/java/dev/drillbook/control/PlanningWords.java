package dev.drillbook.control;

import dev.drillbook.control.Planning.Occasion;
import dev.drillbook.control.Planning.Scheduled;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.wording.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** What the calendar plans as people read it, a line each; and the times that they write. */
public final class PlanningWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT); // 31 April is a mistake, and not the 30th

    private PlanningWords() {}

    public static String of(Scheduled schedule) {
        ZoneId zone = ZoneId.of(schedule.zone());
        return schedule.name() + ": " + schedule.runbook() + " on " + schedule.environment() + ", " + schedule.when()
                + " (" + zone + ")"
                + schedule.next().map(next -> "; next " + at(next, zone)).orElse("; nothing more")
                + schedule.paused().map(who -> "; PAUSED by " + who).orElse("");
    }

    public static String of(Occasion occasion) {
        return at(occasion.start(), ZoneId.of(occasion.zone())) + "  " + occasion.schedule() + ": " + occasion.runbook()
                + " on " + occasion.environment() + ", " + occasion.state()
                + occasion.drill().map(drill -> " as " + drill).orElse("")
                + (occasion.notes().isEmpty() ? "" : " (" + String.join("; ", occasion.notes()) + ")");
    }

    /** In the schedule's zone and in UTC, once where they read the same. */
    public static String at(Instant moment, ZoneId zone) {
        String local = new Times(zone).planned(moment);
        String utc = new Times(ZoneOffset.UTC).planned(moment);
        return local.equals(utc) ? utc : local + " (" + utc + ")";
    }

    /** @throws Invalid when it is no time such as {@code 2027-01-05 10:00} */
    public static LocalDateTime minute(String text) {
        try {
            return LocalDateTime.parse(text.replace('T', ' '), MINUTE);
        } catch (DateTimeException e) {
            throw new Invalid("'" + text + "' is no time: write one such as '2027-01-05 10:00'", e);
        }
    }
}

package dev.drillbook.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Uid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;

/**
 * Occurrences as an {@code .ics} that calendars can import. Anyone may read it: it says the schedule's name, and nothing
 * of the runbook.
 */
public final class OccurrenceFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private OccurrenceFile() {}

    /**
     * @param length to keep free for each
     * @param now when the file is written
     * @return the text of the file, its times in UTC; an occurrence keeps its UID from file to file, whatever moves it
     */
    public static String of(Collection<Occurrence> occurrences, Duration length, Instant now) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Drillbook//Drillbook//EN");
        for (Occurrence occurrence : occurrences) calendar.addEvent(event(occurrence, length, now));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Occurrence occurrence, Duration length, Instant now) {
        var event = new VEvent();
        event.setUid(new Uid(uid(occurrence)));
        event.setDateTimeStamp(Date.from(now));
        event.setSummary("Drill: " + occurrence.schedule());
        event.setDateStart(Date.from(occurrence.start()), true);
        event.setDateEnd(Date.from(occurrence.start().plus(length)), true);
        return event;
    }

    /** From the key alone: the schedule and the planned time. */
    private static String uid(Occurrence occurrence) {
        return URLEncoder.encode(occurrence.schedule(), StandardCharsets.UTF_8) + "-"
                + STAMP.format(occurrence.planned()) + "@drillbook";
    }
}

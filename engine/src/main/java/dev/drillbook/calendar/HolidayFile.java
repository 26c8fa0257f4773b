package dev.drillbook.calendar;

import biweekly.Biweekly;
import dev.drillbook.runbook.Invalid;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The holidays of an {@code .ics} file: its whole-day events, each with all its days and all its years. Events with a
 * time of day are meetings and are left out, as are cancelled ones.
 */
record HolidayFile(String name, List<HolidayEvent> events) {
    private static final long MOST_DAYS = 366;

    /** @param file what to call it in messages @throws Invalid when it has no whole-day event */
    static Holidays read(String text, String file) {
        List<HolidayEvent> events = Biweekly.parse(text).all().stream()
                .flatMap(calendar -> calendar.getEvents().stream())
                .filter(HolidayEvent::isWholeDay)
                .map(HolidayEvent::new)
                .collect(Collectors.toList());
        if (events.isEmpty())
            throw new Invalid(file + " has no whole-day event: name an .ics file whose holidays are whole days");
        return new HolidayFile(file, events).holidays();
    }

    private Holidays holidays() {
        Map<LocalDate, String> days = new HashMap<>();
        for (HolidayEvent event : events)
            if (!event.isCancelled())
                starts(event).forEach(start -> LongStream.range(0, length(event))
                        .forEach(day -> days.putIfAbsent(start.plusDays(day), event.name())));
        return new Holidays(days, Map.of());
    }

    private Set<LocalDate> starts(HolidayEvent event) {
        Set<LocalDate> starts = event.starts();
        events.stream().filter(event::isMovedBy).map(HolidayEvent::standsFor).forEach(starts::remove);
        return starts;
    }

    private long length(HolidayEvent event) {
        if (event.length() <= MOST_DAYS) return event.length();
        throw new Invalid(name + ": '" + event.name() + "' from " + event.first() + " is " + event.length()
                + " days long: write a freeze for what is longer than a year");
    }
}

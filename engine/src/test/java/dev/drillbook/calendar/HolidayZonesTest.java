package dev.drillbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it turns the machine's zone")
class HolidayZonesTest {
    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20260905
            DTEND;VALUE=DATE:20260907
            RRULE:FREQ=YEARLY;UNTIL=20290905
            EXDATE;VALUE=DATE:20270905
            END:VEVENT
            END:VCALENDAR
            """;

    private final TimeZone machine = TimeZone.getDefault();

    @AfterEach
    void turnBack() {
        TimeZone.setDefault(machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Etc/GMT+12", "America/Santiago", "UTC", "Europe/Berlin", "Pacific/Kiritimati"})
    void the_machines_zone_moves_no_day(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(new TreeSet<>(HolidayFile.read(FILE, "here").dates().keySet()))
                .hasToString("[2026-09-05, 2026-09-06, 2028-09-05, 2028-09-06, 2029-09-05, 2029-09-06]");
    }
}

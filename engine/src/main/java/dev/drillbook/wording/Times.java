package dev.drillbook.wording;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them, in their zone and in UTC. Fractions of a second are cut off, not rounded. */
public record Times(ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter PLANNED =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ROOT);

    /** @return such as {@code 10:02:31} */
    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** @return such as {@code 2026-11-24} */
    public String date(Instant at) {
        return DATE.format(at.atZone(zone));
    }

    /** @return such as {@code 2026-11-24 10:02:31 CET} */
    public String dated(Instant at) {
        return DATED.format(at.atZone(zone));
    }

    /** For starts to come: @return such as {@code Tue 2027-01-05 10:00 CET} */
    public String planned(Instant at) {
        return PLANNED.format(at.atZone(zone)).replace(" Z", " UTC");
    }

    /** @return such as {@code 2026-11-24 09:02:31 UTC} */
    public static String utc(Instant at) {
        return new Times(ZoneId.ofOffset("UTC", ZoneOffset.UTC)).dated(at);
    }
}

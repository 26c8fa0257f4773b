package dev.drillbook.control;

import dev.drillbook.runbook.Invalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that someone typed, understood: {@code rule-out 1 at 10:15}.
 *
 * @param claimed the time they name, if they name one
 */
public record Utterance(Verb verb, String text, Optional<Instant> claimed) {
    private static final Pattern TIME =
            Pattern.compile("(?:^|\\s)at\\s+(?:(\\d{4}-\\d{2}-\\d{2})[ T])?(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*$");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

    /**
     * @param zone the speaker's
     * @param now no time in the future is taken
     * @throws Invalid naming what was not understood
     */
    public static Utterance of(String line, ZoneId zone, Instant now) {
        String[] words = line.strip().split("\\s+", 2);
        return of(Verb.of(words[0]), words.length < 2 ? "" : words[1], zone, now);
    }

    /** @throws Invalid naming what was not understood */
    public static Utterance of(Verb verb, String rest, ZoneId zone, Instant now) {
        Matcher time = TIME.matcher(rest);
        if (!verb.takesTime() || !time.find()) return new Utterance(verb, rest.strip(), Optional.empty());
        Instant claimed = instant(time.group(1), time.group(2), zone, now);
        return new Utterance(verb, rest.substring(0, time.start()).strip(), Optional.of(claimed));
    }

    /** Of the two that the end of summer time makes of one, the later one that has been. */
    private static Instant last(LocalDate day, LocalTime clock, ZoneId zone, Instant now) {
        ZonedDateTime later = day.atTime(clock).atZone(zone).withLaterOffsetAtOverlap();
        return (later.toInstant().isAfter(now) ? later.withEarlierOffsetAtOverlap() : later).toInstant();
    }

    private static Instant instant(String date, String time, ZoneId zone, Instant now) {
        try {
            LocalTime clock = LocalTime.parse(time, CLOCK);
            LocalDate today = now.atZone(zone).toLocalDate();
            Instant named = last(date == null ? today : LocalDate.parse(date), clock, zone, now);
            if (date == null && named.isAfter(now)) return last(today.minusDays(1), clock, zone, now);
            if (named.isAfter(now))
                throw new Invalid("'at " + date + " " + time + "' is in the future: name a time that has been");
            return named;
        } catch (DateTimeException e) {
            throw new Invalid(
                    "'at " + (date == null ? "" : date + " ") + time
                            + "' is no time: write at 10:15 or at 2026-11-24 10:15",
                    e);
        }
    }
}

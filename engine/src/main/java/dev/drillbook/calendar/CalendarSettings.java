package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.settings.Setting;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The calendar's part of {@code drillbook.yaml}. Mistakes are told at their places, and read as if nothing were there. */
public final class CalendarSettings {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm", Locale.ROOT);

    private final Setting root;
    private final Path folder;
    private final ZoneId zone;

    /** @param root of the file @param folder in which the file is: names of other files are relative to it */
    public CalendarSettings(Setting root, Path folder) {
        this.root = root;
        this.folder = folder;
        this.zone = root.get("zone").flatMap(given -> given.as(Zones::named)).orElseGet(ZoneId::systemDefault);
    }

    /** The team's: the file's, or the machine's. */
    public ZoneId zone() {
        return zone;
    }

    /** When drills may start. */
    public WorkingTime workingTime() {
        return new WorkingTime(week(), holidays(), freezes());
    }

    /**
     * One schedule.
     *
     * @param setting its entry under {@code schedules}
     * @param now it must start a drill in the two years from then
     */
    public Optional<Schedule> schedule(String name, Setting setting, WorkingTime working, Instant now) {
        Optional<When> when = setting.get("when").flatMap(given -> given.as(When::parse));
        Optional<ZoneId> where =
                setting.get("zone").map(given -> given.as(Zones::named)).orElse(Optional.of(zone));
        Optional<Policy> policy = setting.get("on-days-without-drills")
                .map(given -> given.as(Policy::named))
                .orElse(Optional.of(Policy.NEXT_WORKING_DAY));
        String runbook = setting.get("runbook").map(Setting::text).orElse(""); // the schema told that there is none
        if (when.isEmpty() || where.isEmpty() || policy.isEmpty() || runbook.isEmpty()) return Optional.empty();
        String environment = setting.get("environment").map(Setting::text).orElse("practice");
        return setting.get("when")
                .flatMap(place -> place.tried(
                        () -> new Schedule(name, runbook, environment, where.get(), when.get(), policy.get(), working)
                                .comingSoon(now)));
    }

    private Set<DayOfWeek> week() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        root.get("working-week").stream()
                .flatMap(list -> list.items().stream())
                .flatMap(day -> day.as(CalendarSettings::dayOfWeek).stream())
                .forEach(days::add);
        return days.isEmpty() ? WorkingTime.USUAL.week() : days;
    }

    private static DayOfWeek dayOfWeek(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private Holidays holidays() {
        Holidays all = Holidays.NONE;
        for (Setting line : items("holidays", "dates"))
            all = all.and(line.as(text -> Holidays.of(List.of(text))).orElse(Holidays.NONE));
        for (Setting file : items("holidays", "files"))
            all = all.and(file.as(name -> Holidays.read(folder.resolve(name))).orElse(Holidays.NONE));
        return all;
    }

    private List<Freeze> freezes() {
        List<Freeze> freezes = new ArrayList<>();
        for (Setting freeze : items("freezes"))
            freeze.tried(() -> freeze(freeze)).ifPresent(freezes::add);
        return freezes;
    }

    private Freeze freeze(Setting setting) {
        String name = setting.get("name").orElseThrow().text();
        String from = setting.get("from").orElseThrow().text();
        String until = setting.get("until").orElseThrow().text();
        if (!start(from, 0).isBefore(start(until, 1)))
            throw new Invalid("freeze '" + name + "' ends (" + until + ") before it starts (" + from
                    + "): write the earlier one first");
        return new Freeze(name, start(from, 0), start(until, 1));
    }

    /** @param days to add where only a day is given */
    private Instant start(String text, int days) {
        try {
            if (text.contains(" "))
                return LocalDateTime.parse(text, MINUTE).atZone(zone).toInstant();
            return LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Invalid("'" + text + "' is no day and no minute: write 2026-12-01, or 2026-12-01 18:00", e);
        }
    }

    private List<Setting> items(String... keys) {
        return root.get(keys).map(Setting::items).orElse(List.of());
    }
}

package dev.drillbook.schedule;

import dev.drillbook.calendar.CalendarSettings;
import dev.drillbook.calendar.WorkingTime;
import dev.drillbook.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The schedules of {@code drillbook.yaml}. Mistakes are told at their places. */
final class ScheduleSettings {
    private ScheduleSettings() {}

    /**
     * By name, in the file's order; one with a mistake is left out.
     *
     * @param written each must start a drill in the two years from then: one whose last day is over by now was right
     */
    static Map<String, ScheduledDrill> of(Setting root, CalendarSettings calendar, Instant written) {
        WorkingTime working = calendar.workingTime();
        Map<String, ScheduledDrill> drills = new LinkedHashMap<>();
        root.get("schedules").map(Setting::entries).orElse(Map.of()).forEach((name, setting) -> calendar.schedule(
                        name, setting, working, written)
                .flatMap(schedule -> setting.tried(() -> new ScheduledDrill(
                        schedule,
                        written,
                        setting.get("rehearsal")
                                .filter(flag -> flag.text().equals("true"))
                                .isPresent(),
                        span(setting, "grace", ScheduledDrill.GRACE),
                        span(setting, "announce", ScheduledDrill.ANNOUNCE),
                        span(setting, "remind", ScheduledDrill.REMIND))))
                .ifPresent(drill -> drills.put(name, drill)));
        return drills;
    }

    private static Duration span(Setting setting, String key, Duration otherwise) {
        Optional<Duration> given = setting.get(key).flatMap(Setting::duration);
        return given.orElse(otherwise);
    }
}

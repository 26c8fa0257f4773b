package dev.drillbook.control;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the calendar plans, for every door: read in the responder view, changed by people. Where a {@code drillbook
 * serve} runs, its own is asked.
 */
public interface Planning {
    /**
     * One schedule.
     *
     * @param when as the file says it
     * @param paused who holds it, if someone does
     * @param next start
     */
    record Scheduled(
            String name,
            String runbook,
            String environment,
            String zone,
            String when,
            Optional<String> paused,
            Optional<Instant> next) {}

    /**
     * One occurrence.
     *
     * @param planned by its schedule
     * @param start when its drill starts or started
     * @param state {@code planned}, {@code claimed}, {@code started}, {@code missed}, {@code skipped} or
     *     {@code refused}
     * @param notes why it does not start as planned, in words: shifts and changes of the clocks; or what became of it
     */
    record Occasion(
            String schedule,
            Instant planned,
            Instant start,
            String zone,
            String runbook,
            String environment,
            String state,
            List<String> notes,
            Optional<String> drill) {
        public Occasion noting(String instead) {
            return new Occasion(schedule, planned, start, zone, runbook, environment, state, List.of(instead), drill);
        }
    }

    List<Scheduled> schedules();

    /** The next starts of all schedules, the earliest first. */
    List<Occasion> next(int count);

    /** All of one year as the schedules plan it now, skipped ones too; nothing is kept of it. */
    List<Occasion> preview(int year);

    /** What became of earlier ones, the latest first. */
    List<Occasion> history(int count);

    /**
     * Moves the next start of a schedule.
     *
     * @param to in the schedule's zone
     * @return a line for whoever asked
     * @throws dev.drillbook.runbook.Invalid when there is no such schedule, or it cannot start then
     * @throws dev.drillbook.runbook.Refused here and below, when that person may not start drills there
     */
    String postpone(String schedule, LocalDateTime to, String who);

    /** Leaves the next start of a schedule out. @return a line for whoever asked */
    String skip(String schedule, String who);

    /** Holds a schedule until it is resumed. @return a line for whoever asked */
    String pause(String schedule, String who);

    String resume(String schedule, String who);
}

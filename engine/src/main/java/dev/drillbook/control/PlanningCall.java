package dev.drillbook.control;

import dev.drillbook.runbook.Invalid;
import java.time.LocalDateTime;

/**
 * A call of {@link Planning} as it travels.
 *
 * @param what the method's name
 * @param schedule its name, where one is meant
 * @param number how many, or the year
 * @param to where to postpone to
 * @param who says so
 */
public record PlanningCall(String what, String schedule, int number, LocalDateTime to, String who) {
    /** @throws Invalid when there is no such call */
    public Object ask(Planning planning) {
        return switch (String.valueOf(what)) {
            case "schedules" -> planning.schedules();
            case "next" -> planning.next(number);
            case "preview" -> planning.preview(number);
            case "history" -> planning.history(number);
            case "postpone" -> new Wire.Answer(planning.postpone(schedule, to, who));
            case "skip" -> new Wire.Answer(planning.skip(schedule, who));
            case "pause" -> new Wire.Answer(planning.pause(schedule, who));
            case "resume" -> new Wire.Answer(planning.resume(schedule, who));
            default -> throw new Invalid("no call '" + what + "' of the calendar");
        };
    }
}

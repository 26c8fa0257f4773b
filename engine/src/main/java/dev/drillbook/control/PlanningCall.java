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
            case "postpone" ->
                new Wire.Answer(planning.postpone(
                        Wire.given("schedule", schedule), Wire.given("time to postpone it to", to), who));
            case "skip" -> new Wire.Answer(planning.skip(Wire.given("schedule", schedule), who));
            case "pause" -> new Wire.Answer(planning.pause(Wire.given("schedule", schedule), who));
            case "resume" -> new Wire.Answer(planning.resume(Wire.given("schedule", schedule), who));
            default -> throw new Invalid("no call '" + what + "' of the calendar");
        };
    }
}

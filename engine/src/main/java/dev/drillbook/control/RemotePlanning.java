package dev.drillbook.control;

import java.time.LocalDateTime;
import java.util.List;

/** What the calendar of a running {@code drillbook serve} plans. */
final class RemotePlanning implements Planning {
    private final Caller caller;

    RemotePlanning(Caller caller) {
        this.caller = caller;
    }

    @Override
    public List<Scheduled> schedules() {
        return list(new PlanningCall("schedules", "", 0, null, ""), Scheduled[].class);
    }

    @Override
    public List<Occasion> next(int count) {
        return list(new PlanningCall("next", "", count, null, ""), Occasion[].class);
    }

    @Override
    public List<Occasion> preview(int year) {
        return list(new PlanningCall("preview", "", year, null, ""), Occasion[].class);
    }

    @Override
    public List<Occasion> history(int count) {
        return list(new PlanningCall("history", "", count, null, ""), Occasion[].class);
    }

    @Override
    public String postpone(String schedule, LocalDateTime to, String who) {
        return line(new PlanningCall("postpone", schedule, 0, to, who));
    }

    @Override
    public String skip(String schedule, String who) {
        return line(new PlanningCall("skip", schedule, 0, null, who));
    }

    @Override
    public String pause(String schedule, String who) {
        return line(new PlanningCall("pause", schedule, 0, null, who));
    }

    @Override
    public String resume(String schedule, String who) {
        return line(new PlanningCall("resume", schedule, 0, null, who));
    }

    private <T> List<T> list(PlanningCall call, Class<T[]> form) {
        return List.of(caller.post("/planning", call, form));
    }

    private String line(PlanningCall call) {
        return caller.post("/planning", call, Wire.Answer.class).text();
    }
}

package dev.drillbook.calendar;

import java.time.Instant;
import java.util.List;

/**
 * One planned start of one schedule.
 *
 * @param schedule its name
 * @param planned when its words mean it: with the schedule, its key
 * @param start when it is due
 * @param notes why these two differ, and what is odd about the start
 */
public record Occurrence(String schedule, Instant planned, Instant start, List<Note> notes) implements Planned {
    public Occurrence {
        notes = List.copyOf(notes);
    }
}

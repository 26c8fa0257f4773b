package dev.drillbook.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * A planned time at which no drill starts, nor on another day for it.
 *
 * @param why the day is forbidden
 * @param inFavourOf the planned time of the occurrence that stands for it; none where the schedule skips such days
 */
public record Skipped(String schedule, Instant planned, Forbidden why, Optional<Instant> inFavourOf)
        implements Planned {}

package dev.drillbook.runbook;

import java.time.Instant;

/**
 * What a signal read in one second.
 *
 * @param at the end of that second
 * @param value shares from 0 to 1, times in seconds; {@code NaN} when it could not be measured
 */
public record Reading(Instant at, double value) {}

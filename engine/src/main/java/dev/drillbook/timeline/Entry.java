package dev.drillbook.timeline;

import java.time.Instant;

/**
 * One line of a journal.
 *
 * @param seq from 1, without gaps
 * @param epoch which writer of this journal wrote it, from 1
 * @param at when it was recorded, by the wall clock
 * @param tick the same moment by a clock that never jumps, in nanoseconds from the writer's start
 */
public record Entry(int seq, int epoch, Instant at, long tick, Happening what) {}

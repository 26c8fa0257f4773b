/**
 * How a drill went, in numbers: a timeline comes in, a {@link dev.drillbook.score.Scorecard} goes out, each number with
 * the formula that gave it. Pure: no clock, file or network. Read {@link dev.drillbook.score.Scorecard} first, then
 * {@link dev.drillbook.score.Intervals}.
 */
package dev.drillbook.score;

/**
 * When drills are due: a schedule's words or cron line, its zone, its holidays and its freezes come in, occurrences go
 * out, each unique by schedule and planned time, with what moved it or why it is skipped. Pure java.time: no clock is
 * read here and nothing is started. Read {@link dev.drillbook.calendar.Schedule} first, then {@link
 * dev.drillbook.calendar.When}.
 */
package dev.drillbook.calendar;

/**
 * The calendar as a door: schedules and the passing of time come in, one call of {@code control.Drills} for each
 * planned start goes out. The occurrence table is the truth, and Quartz only wakes it. Read {@link
 * dev.drillbook.schedule.Timetable} first.
 */
package dev.drillbook.schedule;

/**
 * What happened in a drill and when: entries, and the series of the signals. Entries come in, answers go out ("reached?",
 * "owed?", "open hypotheses?"); nothing here decides or writes. Read {@link dev.drillbook.timeline.Timeline} first, then
 * {@link dev.drillbook.timeline.Happening}.
 */
package dev.drillbook.timeline;

/**
 * How things are said: entries, durations, times, shares and endings come in, words that people read go out, the same
 * in every door and document. The responder view says nothing of the fault or the answer. Read {@link
 * dev.drillbook.wording.Sentences} first.
 */
package dev.drillbook.wording;

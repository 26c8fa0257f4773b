/**
 * Drills as a whole: started, spoken to, closed and written up. Calls from the doors come in, running drills and their
 * journals go out; the vocabulary of what people say is here, once. Read {@link dev.drillbook.control.Drills} first.
 */
package dev.drillbook.control;

/**
 * The record of a drill on disk: append-only, durable, hash-chained. Happenings come in one by one and are on disk when
 * {@code append} returns; entries, a torn tail and changed lines come out. Read {@link dev.drillbook.journal.Journal}
 * first, then {@link dev.drillbook.journal.JournalReader}.
 */
package dev.drillbook.journal;

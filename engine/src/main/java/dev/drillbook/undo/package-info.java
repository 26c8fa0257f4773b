/**
 * Paying what is owed. Owed undos and a world come in, happenings that say what became of each go out. {@link
 * dev.drillbook.undo.Guard} is a process of its own, which pays when the engine of a drill cannot; whatever it reaches
 * is loaded beside each drill, so let it be little. Read {@link dev.drillbook.undo.Payback} first, then {@link
 * dev.drillbook.undo.GuardPost}.
 */
package dev.drillbook.undo;

/**
 * Paying what is owed. Owed undos and a world come in, happenings that say what became of each go out; nothing here
 * decides when. Read {@link dev.drillbook.undo.Payback} first.
 */
package dev.drillbook.undo;

/**
 * The nouns of the world that a runbook may break, ask or repair. Values that a runbook left open come in with a {@link
 * dev.drillbook.runbook.World}; changes, faults with their undos, and probes go out. Read {@link
 * dev.drillbook.target.Catalogue} first, then {@link dev.drillbook.target.Redis}.
 */
package dev.drillbook.target;

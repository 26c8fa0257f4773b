/**
 * The long drills: Drillbook as its users run it, on the real practice environment, asked by independent clients. Each
 * test is a promise of the README. Read {@link dev.drillbook.drills.RehearsalTest} first.
 */
package dev.drillbook.drills;

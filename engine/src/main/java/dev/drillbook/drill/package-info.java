/**
 * Performs one drill: preflight, the loop, payback, settle. An order and messages come in, journal entries go out; only
 * the loop decides and only it writes. Read {@link dev.drillbook.drill.Drill} first, then {@link
 * dev.drillbook.drill.Truth}.
 */
package dev.drillbook.drill;

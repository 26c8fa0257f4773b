/**
 * What a drill is made of: plain records that a script builds and every other room reads, and the few interfaces that
 * nouns implement. Nothing comes in and nothing goes out: no file, network or clock is touched here. Read {@link
 * dev.drillbook.runbook.Runbook} first, then {@link dev.drillbook.runbook.Fault}.
 */
package dev.drillbook.runbook;

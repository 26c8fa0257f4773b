/**
 * Runbooks as text: a Groovy file comes in, a {@link dev.drillbook.runbook.Runbook} or the list of its mistakes goes out,
 * and nothing is touched meanwhile. Only what describes a drill may be said in one. Read {@link
 * dev.drillbook.script.Words} first, then {@link dev.drillbook.script.Scripts}.
 */
package dev.drillbook.script;

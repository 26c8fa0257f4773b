/**
 * The system under drill: values for a runbook's inputs, where its users and alerts come from, and the one lock that
 * keeps two drills apart. Settings or a {@link dev.drillbook.environment.Stack} come in, an {@link
 * dev.drillbook.environment.Environment} goes out. Read {@link dev.drillbook.environment.Environment} first.
 */
package dev.drillbook.environment;

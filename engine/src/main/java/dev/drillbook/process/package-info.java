/**
 * External commands, through Apache Commons Exec. An argv with a time limit comes in; its exit code and bounded output
 * go out, and a command that must end is ended with everything that it started. And the lock that one process has
 * among all. Read {@link dev.drillbook.process.Command} first.
 */
package dev.drillbook.process;

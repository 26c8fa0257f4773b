/**
 * External commands, through Apache Commons Exec. An argv with a time limit comes in; its exit code and bounded output
 * go out, and a command that must end is ended with everything that it started. And what processes are known by: the
 * lock that one has among all, a pid with its start time, the command of a small JVM. Read {@link
 * dev.drillbook.process.Command} first.
 */
package dev.drillbook.process;

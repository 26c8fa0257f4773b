/**
 * The terminal: words typed at a shell come in, one call of {@code control.Drills} goes out, and what the journal says is
 * shown. Read {@link dev.drillbook.cli.Cli} first, then {@link dev.drillbook.cli.RunCommand}.
 */
package dev.drillbook.cli;

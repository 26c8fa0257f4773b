/**
 * Slack as a door: slash commands, buttons and pins come in, calls of {@code control.Drills} go out; and what drills'
 * journals and the notices say is told in channels, in order, from where it was last told. Tokens come from the
 * environment or from files only. Read {@link dev.drillbook.slack.SlackDoor} first.
 */
package dev.drillbook.slack;

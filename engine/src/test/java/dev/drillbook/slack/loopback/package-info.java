/**
 * A Slack on 127.0.0.1 for tests: apps come in by the Web API and Socket Mode, or are called by signed HTTP requests,
 * and people act by {@link dev.drillbook.slack.loopback.Actor}. What comes out is what a person would see in the
 * channels, and every {@link dev.drillbook.slack.loopback.Refused} call with the
 * {@link dev.drillbook.slack.loopback.Rule} that it broke. Read
 * {@link dev.drillbook.slack.loopback.SlackOnLoopback} first.
 */
package dev.drillbook.slack.loopback;

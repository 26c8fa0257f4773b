package dev.drillbook.slack;

/** Where something was told. @param ts Slack's name of the message; empty where it has none, or Slack refused it */
record Spot(String channel, String ts) {}

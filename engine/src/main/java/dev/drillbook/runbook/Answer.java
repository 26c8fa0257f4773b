package dev.drillbook.runbook;

/** What was really wrong. Hidden from players until the drill is over. @param area such as {@code cache} */
public record Answer(String area, String text) {}

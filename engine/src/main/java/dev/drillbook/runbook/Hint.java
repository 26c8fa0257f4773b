package dev.drillbook.runbook;

/** An inject that is sent only while a milestone is not reached; each hint taken is counted. */
public record Hint(String unless, String text) {}

package dev.drillbook.timeline;

import java.time.Instant;

/** A happening of a known kind, and when it was recorded. @param at the entry's time; a claim carries its own besides */
public record Stamped<T extends Happening>(int seq, Instant at, T what) {}

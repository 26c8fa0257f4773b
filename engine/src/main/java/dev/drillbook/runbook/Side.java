package dev.drillbook.runbook;

/** On which side of its limit a signal should be. */
public enum Side {
    BELOW,
    ABOVE;

    boolean holds(double value, double limit) {
        return this == BELOW ? value < limit : value > limit;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

package dev.drillbook.calendar;

/**
 * Why no drill starts at a time.
 *
 * @param name of the day of the week, the holiday or the freeze
 */
public record Forbidden(Kind kind, String name) {
    /** What forbids it. */
    public enum Kind {
        WEEKEND,
        HOLIDAY,
        FREEZE
    }

    /** Such as {@code Saturday}, {@code holiday Epiphany} or {@code freeze year end}. */
    public String inWords() {
        return kind == Kind.WEEKEND ? name : kind == Kind.HOLIDAY ? "holiday " + name : "freeze " + name;
    }
}

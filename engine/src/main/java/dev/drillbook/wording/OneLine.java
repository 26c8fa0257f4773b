package dev.drillbook.wording;

/** Text that somebody typed, as one line that stays where it is put. */
public final class OneLine {
    private OneLine() {}

    /** Control and direction-changing characters could repaint a terminal or turn a line around. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
    }
}

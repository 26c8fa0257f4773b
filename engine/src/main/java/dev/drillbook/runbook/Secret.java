package dev.drillbook.runbook;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * A text that is shown to nobody, such as a password. An environment does not give it, but says where it is; only whoever
 * applies, asks or pays reads it there.
 */
public final class Secret {
    /** Shorter ones would hide half of every sentence. */
    private static final int SHORTEST = 4;

    private static final String INSTEAD = "***";
    /** The longest first: one may be a part of another. */
    private static final Set<String> READ = new ConcurrentSkipListSet<>(
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private final String text;

    /** From now on the text, and each of its lines, is hidden in whatever this process says. */
    public Secret(String text) {
        this.text = text;
        text.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST)
                .forEach(READ::add);
    }

    /** For whoever hands it to what it opens, and to nobody else. */
    public String reveal() {
        return text;
    }

    /** The text without any secret that this process has read. Errors, verdicts and payments are hidden so by themselves. */
    public static String hidden(String text) {
        if (text == null) return null;
        String shown = text;
        for (String secret : READ) shown = shown.replace(secret, INSTEAD);
        return shown;
    }

    /** Whether it contains a secret that this process has read. @param text or null, which contains none */
    public static boolean isIn(String text) {
        return text != null && !hidden(text).equals(text);
    }

    @Override
    public String toString() {
        return INSTEAD;
    }
}

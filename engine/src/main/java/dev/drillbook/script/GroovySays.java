package dev.drillbook.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Groovy itself complains about, in the words of a runbook's author. */
final class GroovySays {
    private static final String STATIC = "[Static type checking] - ";
    private static final Pattern TWICE =
            Pattern.compile("The current scope already contains a variable of the name (\\S+)");

    private GroovySays() {}

    /** Whether it only follows from a mistake that is told already. */
    static boolean isNoise(String message) {
        return message.contains(Grammar.Mistaken.class.getSimpleName());
    }

    static String inOurWords(String message) {
        String plain = message.startsWith(STATIC) ? message.substring(STATIC.length()) : message;
        Matcher twice = TWICE.matcher(plain);
        if (twice.find()) return "'" + twice.group(1) + "' is defined already: choose another name";
        return plain.replace("dev.drillbook.script.", "").replace("dev.drillbook.runbook.", "");
    }
}

package dev.drillbook.runbook;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password that a text spells out: {@code ://user:password@host}, or {@code password=} among the parameters of an
 * address or a connection, as drivers take it.
 */
public final class Password {
    /** Whoever reads the text puts it in: {@code ${DB_PASSWORD}}. */
    private static final String NAMED = "\\$\\{[^}]*}";

    /** What follows a colon may be a port instead. */
    private static final String BEFORE_A_HOST = "://[^@\\s:/]*:(?!\\d{1,5}[/?#]|" + NAMED + "@)([^@\\s]+)@";

    private static final String AS_A_PARAMETER =
            "(?:^|[?&;,\\s])[\\w.-]*(?:password|passwd|pwd|passphrase)=(?!" + NAMED + "(?:[&;,\\s]|$))([^&\\s]+)";

    private static final Pattern PASSWORD =
            Pattern.compile(BEFORE_A_HOST + "|" + AS_A_PARAMETER, Pattern.CASE_INSENSITIVE);

    private Password() {}

    /** @param text or null, which spells none out */
    public static boolean isIn(String text) {
        return text != null && PASSWORD.matcher(text).find();
    }

    /** As they stand there, with their escapes; one among parameters with all that follows it up to the next {@code &}. */
    public static List<String> allIn(String text) {
        return PASSWORD.matcher(text)
                .results()
                .map(found -> found.group(group(found)))
                .toList();
    }

    /** The text without them. */
    public static String hidden(String text) {
        return PASSWORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(hidden(found)));
    }

    private static String hidden(MatchResult found) {
        String all = found.group();
        return all.substring(0, found.start(group(found)) - found.start())
                + "***"
                + all.substring(found.end(group(found)) - found.start());
    }

    private static int group(MatchResult found) {
        return found.group(1) == null ? 2 : 1;
    }
}

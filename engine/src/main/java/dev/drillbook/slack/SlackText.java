package dev.drillbook.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Between what a person means and Slack's markup. Slack writes {@code &}, {@code <} and {@code >} as entities, and what
 * stands between angle brackets calls people: {@code <!channel>}, {@code <@U024BE7LH>}. With its three signs written as
 * entities a text calls nobody; an {@code @channel} without brackets does so only where a sender asks Slack to look for
 * names ({@code link_names}, {@code parse=full}), which nothing here does.
 */
final class SlackText {
    private static final int MOST = 4_000;

    /** {@code <@U024BE7LH|ann>}, {@code <#C024BE7LH|drills>}, {@code <!here>}, {@code <https://example.com|example.com>} */
    private static final Pattern CALLED = Pattern.compile("<([@#!]?)([^<>|]+)(?:\\|([^<>]*))?>");

    private static final Pattern PERSON = Pattern.compile("^<@([A-Z0-9]+)(?:\\|[^<>]*)?>");

    private SlackText() {}

    /** For a field of Slack's {@code mrkdwn}, or the text of a message: shown as it was typed. */
    static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * What Slack sent, as the person typed it: people, channels and links by their names, and each entity read once, so
     * that {@code &amp;lt;} is {@code &lt;}.
     */
    static String plain(String slack) {
        String named = CALLED.matcher(slack).replaceAll(called -> Matcher.quoteReplacement(name(called)));
        return named.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String name(MatchResult called) {
        String label = called.group(3) == null ? called.group(2) : called.group(3);
        return switch (called.group(1)) {
            case "@", "#" -> called.group(1) + label;
            case "!" -> "@" + label.replaceFirst("^@", "");
            default -> label;
        };
    }

    /** The same, but a person named first is meant: by their id. */
    static String about(String slack) {
        return plain(PERSON.matcher(slack).replaceFirst("$1"));
    }

    /** {@link #escaped}, and cut where Slack would begin to: a line of an answer, not a document. */
    static String shown(String plain) {
        if (plain.length() <= MOST) return escaped(plain);
        int end = Character.isHighSurrogate(plain.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return escaped(plain.substring(0, end)) + "…";
    }
}

package dev.drillbook.slack;

/**
 * Between what a person means and Slack's markup. Slack writes {@code &}, {@code <} and {@code >} as entities, and what
 * stands between angle brackets calls people: {@code <!channel>}, {@code <@U024BE7LH>}. With its three signs written as
 * entities a text calls nobody; an {@code @channel} without brackets does so only where a sender asks Slack to look for
 * names ({@code link_names}, {@code parse=full}), which nothing here does.
 */
final class SlackText {
    private static final int MOST = 4_000;

    private SlackText() {}

    /** For a field of Slack's {@code mrkdwn}, or the text of a message: shown as it was typed. */
    static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What Slack sent, as the person typed it: each entity is read once, so {@code &amp;lt;} is {@code &lt;}. */
    static String plain(String slack) {
        return slack.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** {@link #escaped}, and cut where Slack would begin to: a line of an answer, not a document. */
    static String shown(String plain) {
        if (plain.length() <= MOST) return escaped(plain);
        int end = Character.isHighSurrogate(plain.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return escaped(plain.substring(0, end)) + "…";
    }
}

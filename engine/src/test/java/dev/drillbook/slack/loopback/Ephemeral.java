package dev.drillbook.slack.loopback;

/**
 * What only one person sees.
 *
 * @param ts Slack's name of it
 * @param byApp false where Slack itself speaks, as when an app did not answer
 */
public record Ephemeral(String channel, String ts, String thread, String user, Content content, boolean byApp) {
    /** All that its reader sees of it. */
    public String words() {
        return content.words();
    }
}

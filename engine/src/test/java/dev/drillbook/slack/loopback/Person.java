package dev.drillbook.slack.loopback;

import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody with an account.
 *
 * @param team the workspace that they belong to, which may be another than the channel's
 */
public record Person(String id, String name, String team, Standing standing) {
    /** What the workspace lets them see. */
    public enum Standing {
        MEMBER,
        /** A guest of several channels. */
        GUEST,
        /** A guest of a single channel. */
        SINGLE_CHANNEL_GUEST,
        BOT
    }

    ObjectNode json() {
        return Json.of(
                "id",
                id,
                "team_id",
                team,
                "name",
                name,
                "deleted",
                false,
                "real_name",
                name,
                "tz",
                "Europe/London",
                "tz_label",
                "Greenwich Mean Time",
                "tz_offset",
                0,
                "profile",
                Json.of("real_name", name, "display_name", name, "team", team),
                "is_admin",
                false,
                "is_owner",
                false,
                "is_restricted",
                standing == Standing.GUEST || standing == Standing.SINGLE_CHANNEL_GUEST,
                "is_ultra_restricted",
                standing == Standing.SINGLE_CHANNEL_GUEST,
                "is_bot",
                standing == Standing.BOT,
                "is_stranger",
                false);
    }
}

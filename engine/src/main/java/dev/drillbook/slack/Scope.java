package dev.drillbook.slack;

import java.util.Arrays;
import java.util.List;

/** What the app may do in a workspace, and why: nothing more is asked for. */
enum Scope {
    COMMANDS("commands", "/drill"),
    CHAT("chat:write", "tell a drill, and edit its headline"),
    PERSONA("chat:write.customize", "let injects come from who says them, such as support"),
    MANAGE("channels:manage", "open a drill's own channel, where drills-in is channel"),
    HISTORY("channels:history", "look whether a message arrived, where Slack's answer was lost"),
    READ("channels:read", "drillbook slack check: whether the bot is in the channels"),
    FILES("files:write", "upload the report and its chart"),
    PINS("pins:read", "hear of pins: a pinned message goes on the timeline"),
    USERS("users:read", "tell guests from members, and read times in the speaker's zone");

    private final String word;
    private final String reason;

    Scope(String word, String reason) {
        this.word = word;
        this.reason = reason;
    }

    /** As Slack writes it. */
    String word() {
        return word;
    }

    String reason() {
        return reason;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Scope::word).toList();
    }
}

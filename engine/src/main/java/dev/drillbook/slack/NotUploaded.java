package dev.drillbook.slack;

import java.io.IOException;

/** The address that Slack named for a file's bytes did not take them: another host than Slack's own, often blocked. */
final class NotUploaded extends IOException {
    private static final long serialVersionUID = 1;

    private final Exception why;

    NotUploaded(Exception why) {
        super("the bytes were not taken: " + why, why);
        this.why = why;
    }

    Exception why() {
        return why;
    }
}

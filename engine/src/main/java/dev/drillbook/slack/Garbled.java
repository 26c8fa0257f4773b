package dev.drillbook.slack;

import java.io.IOException;

/** What came instead of Slack's answer: a page of a proxy or a captive portal, or nothing. */
final class Garbled extends IOException {
    private static final long serialVersionUID = 1;

    Garbled(RuntimeException why) {
        super("the answer is none of Slack's: " + why, why);
    }
}

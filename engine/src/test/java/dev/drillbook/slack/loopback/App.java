package dev.drillbook.slack.loopback;

/** The one app that is installed here. */
final class App {
    static final String ID = "A0DRILLBOOK";
    static final String BOT = "B0DRILLBOOK";
    static final String USER = "U0DRILLBOOK";
    static final String TEAM = "T0HOME";
    static final String DOMAIN = "home";

    private App() {}
}

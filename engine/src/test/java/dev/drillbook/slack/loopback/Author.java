package dev.drillbook.slack.loopback;

/**
 * Who wrote a message.
 *
 * @param user the account
 * @param bot whether the app wrote it
 * @param persona the name that the app gave to this message, or empty
 * @param icon the emoji or address beside it, or empty
 */
public record Author(String user, boolean bot, String persona, String icon) {
    static Author person(String user) {
        return new Author(user, false, "", "");
    }

    static Author app() {
        return new Author(App.USER, true, "", "");
    }
}

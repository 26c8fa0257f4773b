package dev.drillbook.slack;

/** Slack answered, and said no: {@code {"ok":false,"error":…}}. */
final class NotOk extends Exception {
    private static final long serialVersionUID = 1;

    private final String error;

    /** @param error Slack's word for it @param details what it says besides, or empty */
    NotOk(String error, String details) {
        super(details.isEmpty() ? error : error + " (" + details + ")");
        this.error = error;
    }

    String error() {
        return error;
    }
}

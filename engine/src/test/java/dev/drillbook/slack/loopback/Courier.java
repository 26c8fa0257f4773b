package dev.drillbook.slack.loopback;

/** Brings deliveries to the app. */
interface Courier {
    /**
     * @param attempt 0 for the first
     * @param reason why it comes again, or empty
     * @return whether there was anybody to bring it to
     */
    boolean carries(Delivery delivery, int attempt, String reason);

    /** Whether an ack for what went out on that socket can still come. */
    boolean reaches(int socket);
}

package dev.drillbook.slack;

import java.time.Duration;

/**
 * How often Slack is spoken to.
 *
 * @param edits the least time between two edits of headlines in one channel
 * @param clock how old the time in a headline may become
 * @param firstPause after a first failure; each further one doubles it
 * @param longestPause what the doubling ends at
 * @param look how often is looked for something new in a drill
 * @param news how often is looked for something new beside any drill
 */
record Pace(Duration edits, Duration clock, Duration firstPause, Duration longestPause, Duration look, Duration news) {
    private static final int MOST_DOUBLINGS = 20;

    /** Slack takes about one message a second and channel, and fifty edits a minute. */
    static final Pace USUAL = new Pace(
            Duration.ofSeconds(1),
            Duration.ofSeconds(15),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofMillis(250),
            Duration.ofSeconds(1));

    /** @param attempts how many failed in a row, from 1 */
    Duration pauseAfter(int attempts) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}

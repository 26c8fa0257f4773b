package dev.drillbook.traffic;

/**
 * A request to be sent.
 *
 * @param at when, in nanoseconds from the beginning
 * @param user from 0
 */
record Due(long at, int user, String path) {
    int second() {
        return Math.toIntExact(at / Beginning.SECOND);
    }
}

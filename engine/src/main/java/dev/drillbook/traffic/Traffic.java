package dev.drillbook.traffic;

import dev.drillbook.environment.Site;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Second;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Synthetic users at work. Requests are sent at a constant rate whether or not earlier ones are answered (open loop),
 * and a slow site therefore shows its whole queue: latency counts from when a request was due.
 *
 * <p>A {@link Second} is a second of the wall clock and tells of the requests due in it. Each request counts exactly
 * once. Seconds are reported in order, each about 0.6 s after its end when all is answered, and at the latest the
 * load's patience plus about half a second after it. Where staleness is not known, {@code traffic.stale} and {@code
 * traffic.affected} are absent (and the servers' stale answers not counted); a second in which this process itself
 * stood still (frozen, suspended) for over a second has no values at all.
 */
public final class Traffic implements AutoCloseable {
    private final Sockets toSite;
    private final Sockets toFeed;
    private final Feed feed;
    private final Rounds rounds;
    private final Senders senders;
    private final Thread reporter;

    private Traffic(Site site, Load load, Time time, Consumer<Outcome> onOutcome, Consumer<Second> onSecond) {
        Beginning beginning = Beginning.atTheNextSecond(time);
        Tally tally = new Tally();
        Prices prices = new Prices();
        toSite = new Sockets(site.address(), time);
        toFeed = new Sockets(site.commits(), time);
        feed = new Feed(toFeed, prices, load.patience(), time);
        int warmUp = Math.toIntExact(load.warmUp().toSeconds());
        rounds = new Rounds(tally, feed, new Summary(load, prices), beginning, warmUp, time, onSecond);
        Pace pace = new Pace(new Schedule(load, site.paths()), tally, beginning, time);
        Crowd crowd = new Crowd(toSite, load, beginning, time);
        senders = new Senders(pace, crowd, Senders.MOST, onOutcome.andThen(tally::decided));
        reporter = new Thread(rounds, "traffic-reporter");
        reporter.setDaemon(true);
    }

    /**
     * Begins with the next second of the wall clock, and to report after the load's warm-up.
     *
     * @param onSecond called once a second by a thread of its own, which it may hold for a while
     * @throws Invalid when the site is none that can be visited
     */
    public static Traffic start(Site site, Load load, Consumer<Second> onSecond) {
        return start(site, load, outcome -> {}, onSecond);
    }

    static Traffic start(Site site, Load load, Consumer<Outcome> onOutcome, Consumer<Second> onSecond) {
        check(site);
        Traffic traffic = new Traffic(site, load, Time.real(), onOutcome, onSecond);
        traffic.reporter.start();
        traffic.senders.start();
        return traffic;
    }

    private static void check(Site site) {
        checkAddress("address", site.address());
        checkAddress("commits", site.commits());
        if (site.paths().isEmpty())
            throw new Invalid("the site " + site.address() + " has no paths: name at least one");
        for (String path : site.paths())
            if (!path.matches("/[!-~]*"))
                throw new Invalid("the site's path '" + path + "': write one that begins with / and has no spaces");
    }

    private static void checkAddress(String what, URI address) {
        if (!"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null)
            throw new Invalid("the site's " + what + " " + address + ": write one such as http://127.0.0.1:8080");
    }

    /** From the second in which we are now, every user counts as untouched again. */
    public void forget() {
        rounds.forget();
    }

    /** Why {@code traffic.stale} cannot be measured at the moment, in words; empty when it can. */
    public Optional<String> whyStaleIsUnknown() {
        return feed.whyUnread();
    }

    int openSockets() {
        return toSite.count() + toFeed.count();
    }

    /** Ends all threads and closes all sockets. Seconds that were not reported yet never will be. */
    @Override
    public void close() {
        rounds.end();
        reporter.interrupt();
        senders.interrupt();
        toSite.close();
        toFeed.close();
        senders.join();
        Senders.join(reporter);
    }
}

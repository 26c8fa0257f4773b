package dev.drillbook.traffic;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Reads the site's commits into {@link Prices}. {@link #whyUnread()} is for any thread, the rest for one. */
final class Feed {
    private static final int MOST_BYTES = 16 << 20;

    private final URI address;
    private final Session session;
    private final Prices prices;
    private final Duration patience;
    private final Time time;
    private long seen;
    private volatile String whyUnread;

    Feed(Sockets sockets, Prices prices, Duration patience, Time time) {
        this.address = sockets.address();
        this.session = new Session(sockets, MOST_BYTES);
        this.prices = prices;
        this.patience = patience;
        this.time = time;
    }

    /** @return whether every commit up to now has been read; waits no longer than the patience */
    boolean read() {
        try {
            Answer answer = session.get(path(), time.tick() + patience.toNanos());
            if (answer.status() != 200) throw new ProtocolException("status " + answer.status() + " instead of 200");
            for (String line : answer.text().lines().toList()) commit(line);
            whyUnread = null;
        } catch (IOException e) {
            whyUnread =
                    "cannot read " + address + ": " + e.getMessage() + "; see whether the site's commits are served";
        }
        return whyUnread == null;
    }

    Optional<String> whyUnread() {
        return Optional.ofNullable(whyUnread);
    }

    private String path() {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery() + "&";
        return address.getRawPath() + "?" + query + "after=" + seen;
    }

    private void commit(String line) throws ProtocolException {
        if (!line.matches("\\d{1,18} \\d{1,9} \\d{1,9} \\d{1,18}"))
            throw new ProtocolException("'" + line + "' instead of 'seq product cents epochMillis'");
        String[] parts = line.split(" ");
        prices.commit(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Long.parseLong(parts[3]));
        seen = Long.parseLong(parts[0]);
    }
}

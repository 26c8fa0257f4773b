package dev.drillbook.traffic;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users: sends a request as one of them and says what came of it. For any thread. */
final class Crowd {
    private static final Logger LOG = LoggerFactory.getLogger(Crowd.class);
    private static final int MOST_BYTES = 1 << 20;

    private final List<Session> sessions;
    private final Load load;
    private final Beginning beginning;
    private final Time time;

    Crowd(Sockets sockets, Load load, Beginning beginning, Time time) {
        this.sessions = IntStream.range(0, load.users())
                .mapToObj(user -> new Session(sockets, MOST_BYTES))
                .toList();
        this.load = load;
        this.beginning = beginning;
        this.time = time;
    }

    /** Never throws: whatever goes wrong is a failed request. Past the users' patience nothing is sent any more. */
    Outcome send(Due due) {
        Instant sent = time.now();
        long late = time.tick() - beginning.tickOf(due);
        long deadline = beginning.tickOf(due) + load.patience().toNanos();
        try {
            if (late >= load.patience().toNanos()) throw new IOException("nobody was free to send it");
            Answer answer = sessions.get(due.user()).get(due.path(), deadline);
            boolean failed = answer.status() >= 500;
            List<Page.Price> shown = failed ? List.of() : Page.prices(answer.text());
            String server = answer.header("x-served-by").orElse("");
            return new Outcome(due, late, latency(due), failed, server, sent, shown);
        } catch (IOException e) {
            return new Outcome(due, late, latency(due), true, "", sent, List.of());
        } catch (RuntimeException e) {
            LOG.error("a defect in Drillbook's traffic: {} counts as failed", due, e);
            return new Outcome(due, late, latency(due), true, "", sent, List.of());
        }
    }

    private long latency(Due due) {
        return Math.max(0, time.tick() - beginning.tickOf(due));
    }
}

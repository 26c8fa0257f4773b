package dev.drillbook.environment;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** An environment that can be started and stopped as a whole. It lives on its own: a drill's death does not end it. */
public interface Stack {
    /** The environment's name. */
    String name();

    boolean isUp();

    /**
     * Starts it, and returns once every part is ready. Does nothing when it is up already.
     *
     * @param progress told a few words as each part becomes ready, such as {@code Redis ready}
     * @throws dev.drillbook.runbook.DrillException when a part did not come up; nothing is left running then
     */
    void up(Consumer<String> progress);

    /** Stops every part. Does nothing when it is down. */
    void down();

    /** @throws dev.drillbook.runbook.DrillException when it is not up */
    Environment environment();

    /** What runs, with the ids of the processes; empty when it is down. */
    List<Part> parts();

    /**
     * Where its alerts are delivered from now on, as Alertmanager's webhook (version 4) with {@code Authorization:
     * Bearer token}. Alerts that fire already are delivered at once.
     */
    void alertsTo(URI receiver, String token);

    /** @param healthy by the part's own health check, asked now */
    record Part(String name, long pid, URI address, boolean healthy) {}
}

package dev.drillbook.control;

import java.util.Optional;

/** The {@code drillbook serve} that runs beside a command: it holds the state, so it is asked. */
public final class Served {
    private final Caller caller;

    private Served(ServeFile serve) {
        this.caller = new Caller(serve.address(), serve.token(), "drillbook serve (process " + serve.pid() + ")");
    }

    /** Empty when none runs here. */
    public static Optional<Served> find(Home home) {
        return ServeFile.alive(home).map(Served::new);
    }

    public Planning planning() {
        return new RemotePlanning(caller);
    }

    /** As {@link Drills#approve}. */
    public String approve(String runbook, String environment, String who) {
        return caller.post("/approve", new Wire.Approve(runbook, environment, who), Wire.Answer.class)
                .text();
    }
}

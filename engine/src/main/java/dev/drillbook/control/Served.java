package dev.drillbook.control;

import java.util.Optional;

/** The {@code drillbook serve} that runs beside a command: it holds the state, so it is asked. */
public final class Served {
    private final Home home;
    private final Caller caller;

    private Served(Home home, ServeFile serve) {
        this.home = home;
        this.caller = new Caller(
                serve.address(),
                serve.token(),
                "drillbook serve (process " + serve.process().pid() + ")");
    }

    /** Empty when none runs here. */
    public static Optional<Served> find(Home home) {
        return ServeFile.alive(home).map(serve -> new Served(home, serve));
    }

    /** Starts a drill there. @throws dev.drillbook.runbook.DrillException as {@link Drills#start} */
    public OpenDrill start(Start wish) {
        Wire.Started started = caller.postPatiently("/drills", Wire.Wish.of(wish), Wire.Started.class);
        return new RemoteDrill(caller, home, started, wish.who());
    }

    public Planning planning() {
        return new RemotePlanning(caller);
    }

    /** As {@link Drills#approval}. */
    String approval(Start wish) {
        return caller.post("/approval", Wire.Wish.of(wish), Wire.Answer.class).text();
    }

    /** As {@link Drills#approve}. */
    public String approve(String runbook, String environment, String who) {
        return caller.post("/approve", new Wire.Approve(runbook, environment, who), Wire.Answer.class)
                .text();
    }
}

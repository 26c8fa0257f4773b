package dev.drillbook.control;

import dev.drillbook.runbook.Invalid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A second terminal's way to a running drill. */
public final class Remote {
    private final Caller caller;
    private final String which;

    private Remote(ControlFile file) {
        this.caller = new Caller(
                file.address(),
                file.token(),
                "drill " + file.drill() + " (process " + file.process().pid() + ")");
        this.which = "environment=" + URLEncoder.encode(file.environment(), StandardCharsets.UTF_8);
    }

    /**
     * @param environment where it runs, if it was said
     * @throws Invalid when none runs there, or when several do and none was named
     */
    public static Remote find(Home home, Optional<String> environment) {
        List<ControlFile> running = ControlFile.alive(home.state()).stream()
                .filter(file -> environment.isEmpty() || environment.get().equals(file.environment()))
                .toList();
        if (running.isEmpty())
            throw new Invalid("no drill is running"
                    + environment.map(name -> " on environment '" + name + "'").orElse("")
                    + ": start one with drillbook run RUNBOOK");
        if (running.size() > 1)
            throw new Invalid("several drills are running: name one with --environment "
                    + running.stream().map(ControlFile::environment).collect(Collectors.joining(" or ")));
        return new Remote(running.get(0));
    }

    /** Each drill that runs, such as {@code 2026-11-24-1 on practice}. */
    public static List<String> running(Home home) {
        return ControlFile.alive(home.state()).stream()
                .map(file -> file.drill() + " on " + file.environment())
                .toList();
    }

    /** @return a line for whoever said it, once it is durable */
    public String say(String who, String line) {
        return caller.post("/say?" + which, new Wire.Say(who, line), Wire.Answer.class)
                .text();
    }

    public Status status() {
        return caller.get("/status?" + which, Status.class);
    }

    /** What the journal says after an entry; waits a while for the next. */
    public Wire.Lines after(int seq, boolean facilitator) {
        return caller.get("/entries?after=" + seq + (facilitator ? "&facilitator&" : "&") + which, Wire.Lines.class);
    }
}

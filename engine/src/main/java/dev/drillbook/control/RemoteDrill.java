package dev.drillbook.control;

import dev.drillbook.journal.JournalReader;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Second;
import dev.drillbook.timeline.Timeline;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A drill that {@code drillbook serve} performs. */
final class RemoteDrill implements OpenDrill {
    private final Caller caller;
    private final Home home;
    private final Wire.Started started;
    private final String which;
    private final String who;
    private final CompletableFuture<Finished> finished;

    /** @param who started it, and may end it */
    RemoteDrill(Caller caller, Home home, Wire.Started started, String who) {
        this.caller = caller;
        this.home = home;
        this.started = started;
        this.who = who;
        this.which = "drill=" + URLEncoder.encode(started.drill(), StandardCharsets.UTF_8);
        this.finished = CompletableFuture.supplyAsync(this::awaitEnd, work -> {
            Thread thread = new Thread(work, "await the end of " + started.drill());
            thread.setDaemon(true);
            thread.start();
        });
    }

    private Finished awaitEnd() {
        Wire.Done done = caller.get("/finished?" + which, Wire.Done.class);
        while (!done.done()) done = caller.get("/finished?" + which, Wire.Done.class);
        List<Path> files = done.files().stream().map(Path::of).toList();
        return Finished.of(folder(), entries(), files, done.trouble());
    }

    private Path folder() {
        return home.reports().resolve(started.drill());
    }

    private List<Entry> entries() {
        return JournalReader.read(folder()).entries();
    }

    @Override
    public String id() {
        return started.drill();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of(started.zone());
    }

    @Override
    public String say(String who, String line) {
        return caller.post("/say?" + which, new Wire.Say(who, line), Wire.Answer.class)
                .text();
    }

    @Override
    public Status status() {
        return caller.get("/status?" + which, Status.class);
    }

    @Override
    public Optional<Second> latest() {
        return caller.get("/latest?" + which, Wire.Latest.class).second();
    }

    @Override
    public Wire.Lines lines(int seen, boolean facilitator, Duration patience) {
        return caller.get("/entries?after=" + seen + (facilitator ? "&facilitator&" : "&") + which, Wire.Lines.class);
    }

    @Override
    public int owed() {
        return Timeline.of(entries()).undos().owed().size();
    }

    /** @throws DrillException when the other process does not answer: it, or its next start, puts everything back */
    @Override
    public void stop(String why) {
        say(who, Verb.ABORT.word() + " " + why);
    }

    @Override
    public CompletableFuture<Finished> finished() {
        return finished;
    }
}

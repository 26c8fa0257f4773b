package dev.drillbook.control;

import dev.drillbook.drill.DrillClock;
import dev.drillbook.drill.RunningDrill;
import dev.drillbook.drill.Saying;
import dev.drillbook.journal.SignalsFile;
import dev.drillbook.report.Postmortem;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.score.Scorecard;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Second;
import dev.drillbook.timeline.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A drill from its start until it is written up, as doors see it. Any thread may use it. */
public final class LiveDrill {
    private final RunningDrill running;
    private final Reporting reporting;
    private final DrillClock clock;
    private final CompletableFuture<Finished> finished;

    /** @param tidy lets go of what the drill held; called once, after everything was put back */
    LiveDrill(RunningDrill running, Reporting reporting, DrillClock clock, Runnable tidy) {
        this.running = running;
        this.reporting = reporting;
        this.clock = clock;
        this.finished = new CompletableFuture<>();
        running.ended().thenRunAsync(() -> finish(tidy), work -> new Thread(work, "write up " + id()).start());
    }

    private void finish(Runnable tidy) {
        List<String> trouble = new ArrayList<>();
        attempt(tidy, trouble);
        Path folder = running.folder();
        Timeline timeline = new Timeline(running.timeline().entries(), SignalsFile.read(folder));
        Optional<Scorecard> scorecard =
                timeline.ending().filter(Ending.REFUSED::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(Scorecard.of(timeline));
        List<Path> files = new ArrayList<>();
        if (scorecard.isPresent()) attempt(() -> writeUp(folder, files, trouble), trouble);
        finished.complete(new Finished(id(), folder, timeline, scorecard, files, trouble));
    }

    private void writeUp(Path folder, List<Path> files, List<String> trouble) {
        Postmortem.Written written = reporting.write(folder, Naming.ROLES, Optional.empty());
        files.addAll(written.files());
        trouble.addAll(written.warnings());
    }

    private static void attempt(Runnable what, List<String> trouble) {
        try {
            what.run();
        } catch (DrillException e) {
            trouble.add(e.getMessage());
        } catch (RuntimeException | Error e) {
            trouble.add("a defect in Drillbook: " + e);
        }
    }

    public String id() {
        return running.order().id();
    }

    public String environment() {
        return running.order().environment().name();
    }

    /**
     * Says something to the drill, or asks how it stands. Returns once a claim is durable.
     *
     * @return a line for whoever said it
     * @throws DrillException naming what is wrong
     */
    public String say(String who, Utterance utterance) {
        Optional<Saying> saying = utterance.verb().saying(utterance.text());
        if (saying.isEmpty()) return StatusWords.of(status(), zone());
        try {
            return running.say(who, saying.get(), utterance.claimed()).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DrillException told) throw told;
            throw e;
        }
    }

    public void alert(
            String name, String summary, Map<String, String> labels, Instant startsAt, Optional<Instant> endsAt) {
        running.alert(name, summary, labels, startsAt, endsAt);
    }

    /** Ends it from outside; everything is put back first. */
    public void stop(String why) {
        running.stop(why);
    }

    public Status status() {
        return Status.of(timeline(), clock.now());
    }

    public Timeline timeline() {
        return running.timeline();
    }

    /** Entries with a higher number, as soon as there is one; none when this time passed or the drill has ended. */
    public List<Entry> after(int seq, Duration patience) {
        return running.after(seq, patience);
    }

    public Optional<Second> latest() {
        return running.latest();
    }

    public ZoneId zone() {
        return running.order().zone();
    }

    /** Completed, never exceptionally, when everything was put back as far as it could be and was written up. */
    public CompletableFuture<Finished> finished() {
        return finished;
    }
}

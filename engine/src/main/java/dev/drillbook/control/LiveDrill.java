package dev.drillbook.control;

import dev.drillbook.drill.DrillClock;
import dev.drillbook.drill.RunningDrill;
import dev.drillbook.drill.Saying;
import dev.drillbook.report.Postmortem;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Second;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.timeline.Who;
import dev.drillbook.wording.Sentences;
import dev.drillbook.wording.View;
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
public final class LiveDrill implements OpenDrill {
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
        running.ended()
                .thenRunAsync(() -> finish(tidy), work -> new Thread(work, "write up " + id()).start())
                .exceptionally(noThread -> {
                    finish(tidy);
                    return null;
                });
    }

    private void finish(Runnable tidy) {
        try {
            finished.complete(finishedAfter(tidy));
        } catch (RuntimeException | Error e) {
            finished.completeExceptionally(
                    new DrillException("drill " + id() + " left no record that can be read: " + e.getMessage(), e));
        }
    }

    private Finished finishedAfter(Runnable tidy) {
        List<String> trouble = new ArrayList<>();
        attempt(tidy, trouble);
        Path folder = running.folder();
        List<Entry> entries = running.timeline().entries();
        List<Path> files = new ArrayList<>();
        if (Finished.of(folder, entries, files, trouble).scorecard().isPresent())
            attempt(() -> writeUp(folder, files, trouble), trouble);
        return Finished.of(folder, entries, files, trouble);
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

    @Override
    public String id() {
        return running.order().id();
    }

    /** Whether everything was put back as far as it could be; it may not be written up yet. */
    boolean isOver() {
        return running.ended().isDone();
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
        try {
            return hear(who, utterance, clock.now()).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DrillException told) throw told;
            throw e;
        }
    }

    @Override
    public String say(String who, String line) {
        return say(who, Utterance.of(line, zone(), clock.now()));
    }

    /**
     * The same without waiting: what is heard one after the other is recorded in that order.
     *
     * @param received when it reached Drillbook: the time of a claim that names none
     * @return the answer once a claim is durable, or exceptionally what is wrong
     * @throws DrillException when nobody could mean that
     */
    public CompletableFuture<String> hear(String who, Utterance utterance, Instant received) {
        Optional<Saying> saying = utterance.verb().saying(utterance.text());
        if (saying.isEmpty()) return CompletableFuture.completedFuture(StatusWords.of(status()));
        return running.say(Who.named(who), saying.get(), received, utterance.claimed());
    }

    public void alert(
            String name, String summary, Map<String, String> labels, Instant startsAt, Optional<Instant> endsAt) {
        running.alert(name, summary, labels, startsAt, endsAt);
    }

    @Override
    public int owed() {
        return timeline().undos().owed().size();
    }

    @Override
    public void stop(String why) {
        running.stop(why);
    }

    @Override
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

    @Override
    public Wire.Lines lines(int seen, boolean facilitator, Duration patience) {
        List<Entry> fresh = after(seen, patience);
        Timeline timeline = timeline();
        Sentences sentences = new Sentences(timeline, View.of(timeline, facilitator));
        List<Wire.Line> lines = new ArrayList<>();
        for (Entry entry : fresh) sentences.of(entry).ifPresent(said -> lines.add(new Wire.Line(entry.at(), said)));
        int now = seen + fresh.size();
        return new Wire.Lines(
                lines, now, timeline.isClosed() && now >= timeline.entries().size());
    }

    @Override
    public Optional<Second> latest() {
        return running.latest();
    }

    @Override
    public ZoneId zone() {
        return running.order().zone();
    }

    /** Exceptionally only when not even its first entry could be written: nothing was broken then. */
    @Override
    public CompletableFuture<Finished> finished() {
        return finished;
    }
}

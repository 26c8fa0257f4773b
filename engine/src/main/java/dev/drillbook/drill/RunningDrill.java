package dev.drillbook.drill;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.journal.Journal;
import dev.drillbook.journal.SignalsFile;
import dev.drillbook.runbook.Fault;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Second;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.traffic.Load;
import dev.drillbook.traffic.Traffic;
import dev.drillbook.undo.Guards;
import dev.drillbook.undo.Reserve;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A drill and the threads that perform it. Any thread may speak to it; it answers once the loop has decided. */
public final class RunningDrill {
    private final Order order;
    private final Journal journal;
    private final Signals signals = new Signals();
    private final Mailbox mailbox = new QueueMailbox();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Watch watch;
    private final Optional<Traffic> traffic;
    private final Guards.Posted guard;
    private final Drill drill;

    private RunningDrill(Order order, Path folder, DrillClock clock, Guards guards) {
        this.order = order;
        Reserve reserve = new Reserve(folder);
        this.journal = Journal.create(folder, clock.wall(), clock.ticker());
        SignalsFile file = new SignalsFile(folder);
        BoundWorld world = new BoundWorld(order.environment().inputs(), signals);
        this.watch = new Watch(order.runbook(), order.environment().limits(), world, clock.ticker(), mailbox);
        this.traffic = order.environment().site().map(site -> Traffic.start(site, Load.usual(), this::measured));
        boolean breaks = order.runbook().breaksSomething();
        this.guard = (breaks ? guards : Guards.NONE).post(folder, new Guarded());
        this.drill = new Drill(
                order, journal, file, reserve, guard, world, clock, mailbox, new Threads(mailbox), new Watched());
    }

    /**
     * Performs it on a thread of its own.
     *
     * @param folder the drill's own, which exists and is empty
     * @param guards who posts the one that must stand before anything is broken
     * @throws dev.drillbook.runbook.DrillException when its record cannot be written: nothing was started
     */
    public static RunningDrill start(Order order, Path folder, DrillClock clock, Guards guards) {
        RunningDrill running = new RunningDrill(order, folder, clock, guards);
        new Thread(running::perform, "drill " + order.id()).start();
        return running;
    }

    private void perform() {
        boolean isThrough = false;
        try {
            watch.start();
            drill.perform();
            isThrough = true;
        } finally {
            watch.close();
            traffic.ifPresent(Traffic::close);
            if (isThrough) guard.close();
            else guard.leave();
            end();
        }
    }

    private void end() {
        try {
            journal.close();
        } finally {
            answerThoseTooLate();
            ended.complete(null);
            answerThoseTooLate(); // who spoke in between saw that it had not ended
        }
    }

    /** What becomes of the guard reaches the loop as everything does. */
    private final class Guarded implements Guards.Engine {
        @Override
        public void guardReplaced(String why) {
            mailbox.post(new Message.GuardReplaced(why));
        }

        @Override
        public void guardLost(String why) {
            mailbox.post(new Message.Stop("nobody would put things back if this process died: " + why, Ending.ABORTED));
        }
    }

    private void measured(Second second) {
        signals.add(second);
        mailbox.post(new Message.Measured(second));
    }

    private final class Watched implements Eyes {
        @Override
        public void watch(int number, Fault fault) {
            watch.watch(number, fault);
        }

        @Override
        public void breaking() {
            traffic.ifPresent(Traffic::forget);
        }

        @Override
        public void lookNow() {
            watch.lookNow();
        }

        @Override
        public Optional<String> whyUnmeasured() {
            return traffic.flatMap(Traffic::whyStaleIsUnknown);
        }
    }

    private void answerThoseTooLate() {
        for (Optional<Message> late = mailbox.next(Duration.ZERO);
                late.isPresent();
                late = mailbox.next(Duration.ZERO)) {
            if (late.get() instanceof Message.Said said)
                said.answer().completeExceptionally(new dev.drillbook.runbook.Invalid("the drill is over"));
        }
    }

    /**
     * @param received when it reached Drillbook
     * @param claimed the time they name, if they name one
     * @return completed once it is durable, or exceptionally with a {@code DrillException} that says what is wrong
     */
    public CompletableFuture<String> say(String who, Saying saying, Instant received, Optional<Instant> claimed) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        mailbox.post(new Message.Said(who, saying, received, claimed, answer));
        if (ended.isDone()) answerThoseTooLate();
        return answer;
    }

    public void alert(
            String name, String summary, Map<String, String> labels, Instant startsAt, Optional<Instant> endsAt) {
        mailbox.post(new Message.AlertHeard(name, summary, labels, startsAt, endsAt));
    }

    /** Ends it from outside; everything is put back first. */
    public void stop(String why) {
        mailbox.post(new Message.Stop(why, Ending.SIGNAL));
    }

    public Timeline timeline() {
        return Timeline.of(journal.entries());
    }

    /** Entries with a higher number, as soon as there is one, or none when this time passed or the drill has ended. */
    public List<Entry> after(int seq, Duration patience) {
        return journal.after(seq, patience);
    }

    /** What the signals last read. */
    public Optional<Second> latest() {
        return signals.latest();
    }

    public Order order() {
        return order;
    }

    public Path folder() {
        return journal.folder();
    }

    /** Completed when everything was put back as far as it could be, and the journal is closed. */
    public CompletableFuture<Void> ended() {
        return ended;
    }
}

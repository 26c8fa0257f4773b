package dev.drillbook.undo;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.environment.EnvironmentLock;
import dev.drillbook.journal.Journal;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.journal.SignalsFile;
import dev.drillbook.runbook.Busy;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.timeline.Timeline;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Pays what a drill of a dead engine owes, and closes its journal, as its next writer. */
public final class Settlement {
    private static final String CHANGED =
            "its record was changed after it was written: look at it, put it back by hand, and write it off";

    private final Path locks;
    private final Clock clock;
    private final LongSupplier ticker;
    private final Consumer<String> trouble;

    /**
     * @param locks one file per environment
     * @param ticker nanoseconds that never jump
     * @param trouble told what could not be recorded: it is paid all the same
     */
    public Settlement(Path locks, Clock clock, LongSupplier ticker, Consumer<String> trouble) {
        this.locks = locks;
        this.clock = clock;
        this.ticker = ticker;
        this.trouble = trouble;
    }

    /**
     * Pays what one drill owes, and closes its journal if nobody has.
     *
     * @param folder of a drill whose first entry can be read
     * @return what stays owed
     * @throws Busy when its engine lives, or someone else pays
     */
    public List<Owed> pay(Path folder) {
        return settle(folder, drill -> true, Optional.empty());
    }

    /**
     * Records that a person answers for it that an undo is owed no longer. Nothing is put back.
     *
     * @throws Invalid when the drill does not owe that one
     * @throws Busy when its engine lives, or someone pays
     */
    public void writeOff(Path folder, Happening.WrittenOff off) {
        open(folder, (journal, before) -> {
            List<Owed> owed = Timeline.of(journal.entries()).undos().owed();
            if (owed.stream().noneMatch(one -> one.number() == off.number()))
                throw new Invalid("drill " + folder.getFileName() + " does not owe undo " + off.number() + ": it owes "
                        + (owed.isEmpty()
                                ? "none"
                                : owed.stream()
                                        .map(one -> String.valueOf(one.number()))
                                        .collect(Collectors.joining(", "))));
            journal.append(off);
            return null;
        });
    }

    /** The same for a guard, which has nothing to do where somebody closed the journal already. */
    List<Owed> takeOver(Path folder, Happening.GuardTookOver first) {
        return settle(folder, drill -> !drill.isClosed(), Optional.of(first));
    }

    private List<Owed> settle(Path folder, Predicate<Timeline> isOurs, Optional<Happening> first) {
        return open(folder, (journal, before) -> {
            Timeline timeline = Timeline.of(journal.entries());
            if (!isOurs.test(timeline)) return List.of();
            Reserve.release(folder);
            first.ifPresent(what -> tell(journal, what));
            return settle(journal, timeline, before);
        });
    }

    @SuppressWarnings("try") // the lock is held, not used
    private <T> T open(Path folder, BiFunction<Journal, JournalReader, T> work) {
        JournalReader before = JournalReader.read(folder);
        String environment = Timeline.of(before.entries())
                .first(Happening.Opened.class)
                .orElseThrow(() -> new DrillException("the first line of " + folder.resolve(Journal.FILE)
                        + " cannot be read any more, and with it which environment this is: put it back by hand, and move"
                        + " that folder away"))
                .what()
                .environment();
        try (EnvironmentLock lock = EnvironmentLock.take(locks, environment);
                Journal journal = Journal.goOn(folder, clock, ticker)) {
            return work.apply(journal, before);
        }
    }

    private List<Owed> settle(Journal journal, Timeline timeline, JournalReader before) {
        boolean isTriedAgain = !before.lostLines().isEmpty() && timeline.over().isPresent();
        if (!timeline.isClosed() && !isTriedAgain) tell(journal, new Happening.PaybackBegan(Ending.INTERRUPTED));
        Changed changed = Changed.in(before);
        if (!changed.isFirstEntry()) StillApplying.end(timeline);
        List<Owed> unpaid = pay(journal, timeline, changed);
        if (Ledger.Debtor.mayHideADebt(before.lostLines(), timeline))
            throw new DrillException("line " + before.lostLines().get(0) + " of "
                    + journal.folder().resolve(Journal.FILE)
                    + " cannot be read any more, and may be an undo that is owed:"
                    + " look at the system, put back by hand what is broken, and move that folder away");
        if (!timeline.isClosed())
            tell(journal, new Happening.Closed(Ending.INTERRUPTED, SignalsFile.sha256(journal.folder())));
        return unpaid;
    }

    private List<Owed> pay(Journal journal, Timeline timeline, Changed changed) {
        Map<Boolean, List<Owed>> owed =
                timeline.undos().owed().stream().collect(Collectors.partitioningBy(changed::touches));
        // nothing is measured here, so what a person set meanwhile cannot be called right: it stays owed
        List<Owed> unpaid = new ArrayList<>(new Payback(
                        BoundWorld.unmeasured(timeline.opened().inputs()),
                        what -> tellNews(journal, timeline, what),
                        () -> new Verdict.Unknown("it is measured only while a drill runs"))
                .pay(owed.get(false), owed.get(true)));
        for (Owed undo : owed.get(true)) tellNews(journal, timeline, new StaysOwed(undo.number(), CHANGED));
        unpaid.addAll(owed.get(true));
        return unpaid;
    }

    /** Whoever tries for days does not fill the record with one line. */
    private void tellNews(Journal journal, Timeline before, Happening what) {
        boolean isKnown = what instanceof StaysOwed same
                && before.undos()
                        .whyOwed(same.number())
                        .filter(same.why()::equals)
                        .isPresent();
        if (!isKnown) tell(journal, what);
    }

    private void tell(Journal journal, Happening what) {
        try {
            journal.append(what);
        } catch (DrillException e) {
            trouble.accept("not recorded: " + e.getMessage());
        }
    }
}

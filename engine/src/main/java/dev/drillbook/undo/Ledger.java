package dev.drillbook.undo;

import dev.drillbook.journal.DrillFolders;
import dev.drillbook.journal.DrillFolders.Unread;
import dev.drillbook.journal.Journal;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Refused;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Timeline;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What past and present drills still owe, read from their journals. */
public final class Ledger {
    private Ledger() {}

    /** A drill of the past or the present: what it owes, its timeline says. @param lostLines see {@link JournalReader} */
    public record Debtor(Path folder, Timeline timeline, List<Integer> lostLines) {
        static Debtor read(Path folder) {
            JournalReader journal = JournalReader.read(folder);
            return new Debtor(folder, Timeline.of(journal.entries()), journal.lostLines());
        }

        /** Whether something is owed, or may be, for a line was lost. */
        public boolean owes() {
            return !timeline.undos().owed().isEmpty() || mayOweMore();
        }

        /** How many undos it owes; those that a lost line may hide count as one. */
        public int count() {
            return timeline.undos().owed().size() + (mayOweMore() ? 1 : 0);
        }

        /** See {@link #owes}. */
        public boolean mayOweMore() {
            return mayHideADebt(lostLines, timeline);
        }

        public String drill() {
            return folder.getFileName().toString();
        }

        /** The same, as its journal is now. */
        public Debtor now() {
            return read(folder);
        }

        /** The end of time where no line of it says so. */
        private Instant began() {
            return timeline.entries().isEmpty()
                    ? Instant.MAX
                    : timeline.entries().get(0).at();
        }

        /** Whether a lost line may be an undo that is owed: nobody had closed the journal, or said that one stays owed. */
        static boolean mayHideADebt(List<Integer> lostLines, Timeline timeline) {
            return !lostLines.isEmpty()
                    && (!timeline.isClosed() || timeline.undos().isOneUnread());
        }

        /** Whether it is closed and owes nothing. */
        public boolean isSettled() {
            return timeline.isClosed() && !owes();
        }

        /** Empty where its first entry cannot be read any more: then it may be any. */
        public String environment() {
            return timeline.first(Opened.class)
                    .map(opened -> opened.what().environment())
                    .orElse("");
        }
    }

    /**
     * What could be read, and what could not be, which may owe as well.
     *
     * @param drills of which anything can be read, or was lost, the latest first; running ones are among them
     */
    public record Found(List<Debtor> drills, List<Unread> unread) {
        /** Those that owe something. */
        public List<Debtor> debtors() {
            return drills.stream().filter(Debtor::owes).toList();
        }

        /** @throws Refused when something could not be read */
        public List<Debtor> whole() {
            if (!unread.isEmpty()) throw new Refused(unread.get(0).why());
            return drills;
        }
    }

    /** @param reports the folder of all drills; nothing is owed where there is none */
    public static Found look(Path reports) {
        DrillFolders folders = DrillFolders.look(reports);
        List<Debtor> drills = new ArrayList<>();
        List<Unread> unread = new ArrayList<>(folders.unread());
        for (Path folder : folders.drills()) {
            try {
                drills.add(Debtor.read(folder));
            } catch (DrillException e) {
                if (isGone(folder)) continue; // given back meanwhile, by a start that was refused
                unread.add(new Unread(folder, e.getMessage() + "; what it owes is not known"));
            }
        }
        drills.removeIf(drill ->
                drill.timeline().entries().isEmpty() && drill.lostLines().isEmpty());
        drills.sort(Comparator.comparing(Debtor::began, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed());
        return new Found(List.copyOf(drills), List.copyOf(unread));
    }

    private static boolean isGone(Path folder) {
        return Files.notExists(folder.resolve(Journal.FILE), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Drills that owe something, the latest first; a running one is among them.
     *
     * @throws Refused when something could not be read
     */
    public static List<Debtor> debtors(Path reports) {
        return all(reports).filter(Debtor::owes).toList();
    }

    /** Drills that owe something or were never closed; otherwise as {@link #debtors}. */
    public static List<Debtor> unsettled(Path reports) {
        return all(reports).filter(drill -> !drill.isSettled()).toList();
    }

    /** Every drill of which anything can be read, or was lost; otherwise as {@link #debtors}. */
    public static Stream<Debtor> all(Path reports) {
        return look(reports).whole().stream();
    }
}

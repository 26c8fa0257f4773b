package dev.drillbook.control;

import dev.drillbook.drill.Rehearsed;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.journal.SignalsFile;
import dev.drillbook.report.Postmortem;
import dev.drillbook.score.Scorecard;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Refused;
import dev.drillbook.timeline.Stamped;
import dev.drillbook.timeline.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A drill that is closed and written up.
 *
 * @param scorecard empty when the drill was refused
 * @param files of the report, by what they are
 * @param trouble what went wrong while the report was written or things were tidied, one line each
 */
public record Finished(
        String drill,
        Path folder,
        Timeline timeline,
        Optional<Scorecard> scorecard,
        List<Path> files,
        List<String> trouble) {
    /** @param folder of a drill that is over @param entries of its journal */
    static Finished of(Path folder, List<Entry> entries, List<Path> files, List<String> trouble) {
        Timeline timeline = new Timeline(entries, SignalsFile.read(folder));
        boolean isRefused = timeline.ending().filter(Ending.REFUSED::equals).isPresent();
        return new Finished(
                folder.getFileName().toString(),
                folder,
                timeline,
                isRefused ? Optional.empty() : Optional.of(Scorecard.of(timeline)),
                files,
                trouble);
    }

    /**
     * A drill of the past, as its folder tells it. Its timeline may not be closed: its engine runs elsewhere, or died.
     *
     * @throws dev.drillbook.runbook.Invalid when there is no journal
     */
    static Finished read(Path folder) {
        JournalReader journal = JournalReader.read(folder);
        List<Path> files = Postmortem.FILES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .toList();
        return of(folder, journal.entries(), files, journal.damage());
    }

    public Ending ending() {
        return timeline.ending().orElse(Ending.DEFECT);
    }

    /** What could not be put back. */
    public List<Owed> owed() {
        return timeline.undos().owed();
    }

    /** Why a safety rule forbade it. */
    public Optional<String> refusal() {
        return timeline.first(Refused.class).map(Stamped::what).map(Refused::why);
    }

    /** What the rehearsal did not show; empty when it passed, or was none. */
    public List<String> failures() {
        return timeline.opened().rehearsal() ? Rehearsed.failures(timeline) : List.of();
    }

    /** Whether nobody and nothing cut it short, whatever it still owes. */
    public boolean isCompleted() {
        return Exit.of(ending()) == Exit.DONE;
    }

    public Exit exit() {
        if (!owed().isEmpty()) return Exit.STILL_OWED;
        Exit exit = Exit.of(ending());
        return exit == Exit.DONE && !failures().isEmpty() ? Exit.NOT_PASSED : exit;
    }
}

package dev.drillbook.control;

import dev.drillbook.journal.DrillFolders;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.journal.SignalsFile;
import dev.drillbook.report.Postmortem;
import dev.drillbook.report.Subject;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.score.Scorecard;
import dev.drillbook.timeline.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a drill up from its own folder: at its end, and again whenever someone asks. */
public final class Reporting {
    private final Postmortem postmortem;

    public Reporting(Path templates) {
        postmortem = new Postmortem(templates);
    }

    /** Whether a drill was written up. */
    boolean isWritten(Path folder) {
        return Files.isRegularFile(folder.resolve(Postmortem.SCORECARD));
    }

    /**
     * @param folder of a drill
     * @param zone in which times are told; the team's own unless another is given
     * @return the files, and what is wrong with the record or the documents, one line each
     * @throws Invalid when there is no such drill, or nothing in its journal can be read
     */
    public Postmortem.Written write(Path folder, Naming naming, Optional<ZoneId> zone) {
        if (!DrillFolders.isOne(folder))
            throw new Invalid("no drill in " + folder + ": drillbook drills lists those that there are");
        JournalReader journal = JournalReader.read(folder);
        try {
            return write(folder, journal, naming, zone);
        } catch (DrillException e) {
            throw e;
        } catch (RuntimeException e) {
            if (journal.damage().isEmpty()) throw e;
            throw new DrillException(
                    folder.resolve(journal.damage().get(0))
                            + ", and nothing can be made of what it says now: find a copy",
                    e);
        }
    }

    private Postmortem.Written write(Path folder, JournalReader journal, Naming naming, Optional<ZoneId> zone) {
        Timeline timeline = new Timeline(journal.entries(), SignalsFile.read(folder));
        ZoneId told = zone.orElseGet(() -> ZoneId.of(timeline.opened().zone()));
        List<String> warnings = new ArrayList<>(journal.damage());
        if (SignalsFile.isChanged(folder, timeline))
            warnings.add(SignalsFile.FILE + ": changed after it was written, or lost");
        Postmortem.Written written = postmortem.write(
                new Subject(timeline, Scorecard.of(timeline), journal.lastHash(), List.copyOf(warnings), told, naming),
                folder);
        warnings.addAll(written.warnings());
        return new Postmortem.Written(written.files(), warnings);
    }
}

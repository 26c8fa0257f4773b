package dev.drillbook.undo;

import dev.drillbook.journal.Journal;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What someone else's journal says by now; read again only where it changed its length. */
final class JournalSoFar {
    private final Path folder;
    private Timeline timeline = Timeline.of(List.of());
    private long read;

    JournalSoFar(Path folder) {
        this.folder = folder;
    }

    /** Empty while there is no first entry: nothing can be owed then. */
    Optional<Timeline> timeline() {
        long length = length();
        if (length == 0) return Optional.empty();
        if (length != read) timeline = Timeline.of(JournalReader.read(folder).entries());
        read = length;
        return timeline.entries().isEmpty() ? Optional.empty() : Optional.of(timeline);
    }

    /** Whether nobody owes anything there, or someone closed it: a guard has no duty then. */
    boolean isDone() {
        return timeline().map(Timeline::isClosed).orElse(true);
    }

    private long length() {
        try {
            return Files.size(folder.resolve(Journal.FILE));
        } catch (IOException e) {
            return 0; // there is none
        }
    }
}

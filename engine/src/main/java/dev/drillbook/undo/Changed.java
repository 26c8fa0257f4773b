package dev.drillbook.undo;

import dev.drillbook.journal.JournalReader;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Timeline;

/** The entries of a journal that were changed after they were written: an undo of them may put back anything, anywhere. */
record Changed(Timeline entries) {
    static Changed in(JournalReader journal) {
        return new Changed(Timeline.of(journal.changedEntries()));
    }

    /** Whether it is the one that says which environment, which inputs and which process this was. */
    boolean isFirstEntry() {
        return entries.first(Opened.class).isPresent();
    }

    /** Whether nobody should carry that one out: it was changed itself, or what it is carried out on. */
    boolean touches(Owed undo) {
        return isFirstEntry()
                || entries.all(Owed.class).stream()
                        .anyMatch(changed -> changed.what().number() == undo.number());
    }
}

package dev.drillbook.slack;

import dev.drillbook.control.Finished;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.wording.Endings;
import dev.drillbook.wording.Times;
import java.time.ZoneId;
import java.util.List;

/** How a drill ended, whether everything is as it was, and the hash that vouches for its record. */
record Outcome(Finished finished) {
    /** @param step as whose step it is told; it is told in more than one place */
    Post post(String step) {
        Post.Draft draft = Post.draft(finished.drill(), step);
        if (finished.timeline().undos().arePaid()) draft.small(":lock: " + Marks.of(finished.drill()));
        else draft.header("⚠ DRILL " + finished.drill() + ": NOT EVERYTHING WAS PUT BACK");
        draft.text(words());
        for (Owed owed : mostly(finished.owed()))
            draft.text("STILL OWED: the undo of " + owed.fault() + "; by hand: " + owed.typed()
                    + "; again with drillbook undo " + finished.drill());
        // why may name the fault or its target, and the drill will be run again
        if (finished.refusal().isPresent())
            draft.text("It was refused. Its facilitator reads why in a terminal: drillbook report " + finished.drill());
        mostly(finished.trouble()).forEach(draft::smallText);
        return draft.small(hash()).saying("DRILL " + finished.drill() + ": " + words());
    }

    private String hash() {
        try {
            return "Last hash of the journal: `"
                    + JournalReader.read(finished.folder()).lastHash() + "`";
        } catch (DrillException e) {
            return ":warning: The journal cannot be read any more";
        }
    }

    private static <T> List<T> mostly(List<T> all) {
        return all.subList(0, Math.min(all.size(), 15));
    }

    private String words() {
        String ended = "The drill '" + finished.timeline().brief().title() + "' is over ("
                + Endings.inWords(finished.ending()) + "). ";
        int owed = finished.owed().size();
        if (owed > 0) return ended + "STILL OWED: " + owed + (owed == 1 ? " undo" : " undos");
        if (!finished.timeline().undos().arePaid())
            return ended + "What could not be put back was written off by a person";
        return ended
                + finished.timeline()
                        .undos()
                        .paidAt()
                        .map(at -> "Everything was put back at " + times().time(at))
                        .orElse("Nothing was broken, so there was nothing to put back");
    }

    private Times times() {
        return new Times(ZoneId.of(finished.timeline().opened().zone()));
    }
}

package dev.drillbook.undo;

import dev.drillbook.journal.Journal;
import dev.drillbook.runbook.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code guard.log} beside the journal: only there when something went wrong. */
record GuardLog(Path folder) {
    static final String FILE = "guard.log";

    void tell(String line) {
        if (!Files.exists(folder.resolve(Journal.FILE))) return; // nobody would look there
        String whole = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + Secret.hidden(line) + "\n";
        try {
            Files.writeString(folder.resolve(FILE), whole, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // no room to complain
        }
    }
}

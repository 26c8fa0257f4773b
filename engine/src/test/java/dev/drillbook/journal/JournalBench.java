package dev.drillbook.journal;

import dev.drillbook.timeline.Claim;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries a second, each durable, against a loop that writes and fsyncs the same bytes and does nothing else. */
@Tag("bench")
class JournalBench {
    private static final int ENTRIES = 500;
    private static final int ROUNDS = 7;

    @TempDir
    private Path folder;

    @Test
    void appended_entries_against_bare_writes() throws IOException {
        double[] ratios = new double[ROUNDS];
        double entriesPerSecond = 0;
        for (int round = -20; round < ROUNDS; round++) { // the first ones only warm up: nothing is compiled yet
            Path drill = Files.createDirectory(folder.resolve("drill" + round));
            double ours = journal(drill);
            double bare = bare(drill);
            if (round < 0) continue;
            ratios[round] = ours / bare;
            entriesPerSecond = ours;
        }
        java.util.Arrays.sort(ratios);
        System.out.printf(
                "journal: %.0f durable entries/s, %.2f of a bare write-and-fsync loop (aim: over 0.8)%n",
                entriesPerSecond, ratios[ROUNDS / 2]);
    }

    private static double journal(Path drill) {
        try (Journal journal = Journal.create(drill, Clock.systemUTC(), System::nanoTime)) {
            long start = System.nanoTime();
            for (int i = 1; i <= ENTRIES; i++)
                journal.append(new Claim.Suspected("ada", Instant.now(), i, "the database is overloaded"));
            return perSecond(start);
        }
    }

    /** The same bytes, line by line. */
    private static double bare(Path drill) throws IOException {
        var lines = Files.readAllLines(drill.resolve(Journal.FILE));
        try (FileChannel file =
                FileChannel.open(drill.resolve("bare"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            for (String line : lines) {
                file.write(ByteBuffer.wrap((line + "\n").getBytes()));
                file.force(false);
            }
            return perSecond(start);
        }
    }

    private static double perSecond(long start) {
        return ENTRIES / ((System.nanoTime() - start) / 1e9);
    }
}

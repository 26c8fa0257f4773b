package dev.drillbook.journal;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Reason;
import dev.drillbook.timeline.Happening.Closed;
import dev.drillbook.timeline.Second;
import dev.drillbook.timeline.Series;
import dev.drillbook.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * {@code signals.jsonl} beside the journal: one {@link Second} a line. Not synced line by line: the closing entry holds
 * its hash. Used by one thread.
 */
public final class SignalsFile implements AutoCloseable {
    public static final String FILE = "signals.jsonl";

    private final Path path;
    private final Writer out;

    public SignalsFile(Path folder) {
        path = folder.resolve(FILE);
        try {
            out = Files.newBufferedWriter(path, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new DrillException("cannot write " + path + ": " + Reason.of(e), e);
        }
    }

    /** @throws DrillException when the disk is full or gone */
    public void append(Second second) {
        try {
            out.write(Lines.write(second) + "\n");
            out.flush();
        } catch (IOException e) {
            throw new DrillException("cannot write " + path + ": " + Reason.of(e) + "; free some space", e);
        }
    }

    /** The SHA-256 of the file as it is, in lower-case hexadecimal, or null when there is none. */
    public static String sha256(Path folder) {
        MessageDigest digest = Chain.sha256();
        try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
            byte[] some = new byte[1 << 16]; // a drill of a day has more than a guard has memory
            for (int n = in.read(some); n >= 0; n = in.read(some)) digest.update(some, 0, n);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new DrillException("cannot read " + folder.resolve(FILE) + ": " + Reason.of(e), e);
        }
    }

    /** Whether it is not the one whose hash the closing entry has. */
    public static boolean isChanged(Path folder, Timeline closed) {
        return closed.first(Closed.class)
                .map(last -> last.what().signalsSha256())
                .filter(hash -> !hash.equals(sha256(folder)))
                .isPresent();
    }

    /** The seconds that can be read: a torn last line is dropped. */
    public static Series read(Path folder) {
        try {
            List<Second> seconds = new ArrayList<>();
            for (String line : Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8)
                    .split("\n")) if (!line.isBlank()) addTo(seconds, line);
            return new Series(seconds);
        } catch (NoSuchFileException e) {
            return Series.none();
        } catch (IOException e) {
            throw new DrillException("cannot read " + folder.resolve(FILE) + ": " + Reason.of(e), e);
        }
    }

    private static void addTo(List<Second> seconds, String line) {
        try {
            seconds.add(Lines.second(line));
        } catch (JacksonException e) {
            // torn by the death of the writer: the hash in the closing entry tells whether anything is amiss
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new DrillException("cannot close " + path + ": " + Reason.of(e), e);
        }
    }
}

package dev.drillbook.journal;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * What a journal file says. Damage never hides what can still be read: it is told instead.
 *
 * @param entries those that could be read, in the order of the file
 * @param lastHash the hash that the last whole line carries
 * @param length bytes up to the end of the last whole line
 * @param tornBytes bytes behind it: a last line without its newline, which was dropped
 * @param changedLines numbers of the lines, from 1, whose hash does not fit
 */
public record JournalReader(
        List<Entry> entries, String lastHash, long length, int tornBytes, List<Integer> changedLines) {
    public JournalReader {
        entries = List.copyOf(entries);
        changedLines = List.copyOf(changedLines);
    }

    static JournalReader empty() {
        return new JournalReader(List.of(), Chain.START, 0, 0, List.of());
    }

    /** @throws Invalid when there is no journal, or it cannot be read at all */
    public static JournalReader read(Path folder) {
        Path path = folder.resolve(Journal.FILE);
        try {
            return parse(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new Invalid("cannot read " + path + ": " + Journal.reason(e), e);
        }
    }

    private static JournalReader parse(byte[] bytes) {
        List<Entry> entries = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        String previous = Chain.START;
        int from = 0;
        int number = 0;
        for (int end = newline(bytes, from); end >= 0; end = newline(bytes, from)) {
            byte[] raw = Arrays.copyOfRange(bytes, from, end);
            String line = new String(raw, StandardCharsets.UTF_8);
            number++;
            if (!addTo(entries, line) || !Chain.holds(previous, raw)) changed.add(number);
            String carried = Chain.carried(line);
            if (carried != null) previous = carried;
            from = end + 1;
        }
        return new JournalReader(entries, previous, from, bytes.length - from, changed);
    }

    private static boolean addTo(List<Entry> entries, String line) {
        try {
            return entries.add(Lines.entry(line));
        } catch (JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int newline(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) if (bytes[i] == '\n') return i;
        return -1;
    }

    /** The number of the writer of the last entry; 0 when there is none. */
    public int epoch() {
        return entries.stream().mapToInt(Entry::epoch).max().orElse(0);
    }

    /** What is wrong with the file, one line each, for people; empty when nothing is. */
    public List<String> damage() {
        List<String> told = new ArrayList<>();
        changedLines.forEach(line -> told.add(Journal.FILE + ":" + line + ": changed after it was written"));
        if (tornBytes > 0)
            told.add(Journal.FILE + ": the last line was torn (" + tornBytes + " bytes without an end) and dropped");
        return told;
    }
}

package dev.drillbook.journal;

import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.WrittenOff;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Reads the bytes of a journal, line by line. */
final class JournalParser {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> changedLines = new ArrayList<>();
    private final List<Entry> changedEntries = new ArrayList<>();
    private final List<Integer> lostLines = new ArrayList<>();
    private String carried = Chain.START;
    /** What the last line should have carried: where its hash alone was changed, the next line is as it was written. */
    private String computed = Chain.START;

    private int lines;

    private JournalParser() {}

    static JournalReader parse(byte[] bytes) {
        return new JournalParser().read(bytes);
    }

    private JournalReader read(byte[] bytes) {
        int from = 0;
        for (int end = newline(bytes, from); end >= 0; end = newline(bytes, from)) {
            take(Arrays.copyOfRange(bytes, from, end));
            from = end + 1;
        }
        byte[] rest = Arrays.copyOfRange(bytes, from, Math.max(from, bytes.length - 1));
        if (!isAsWritten(rest)) return result(from, bytes.length - from);
        take(rest); // whole, but for its newline, which is another byte now: nothing was torn
        changedLines.add(lines);
        return result(bytes.length - 1, 0);
    }

    private JournalReader result(int length, int torn) {
        return new JournalReader(entries, carried, length, torn, changedLines, changedEntries, lostLines);
    }

    private void take(byte[] bytes) {
        lines++;
        String line = new String(bytes, StandardCharsets.UTF_8);
        Optional<Entry> entry = entry(line);
        if (isAsWritten(bytes)) entry.ifPresentOrElse(entries::add, this::lose);
        else takeChanged(entry.filter(one -> Lines.isWhole(line, one)));
        String hash = Chain.carried(new String(bytes, StandardCharsets.ISO_8859_1));
        if (hash == null) return;
        computed = Chain.of(carried, bytes);
        carried = hash;
    }

    /** Written by another Drillbook, which knows more nouns: it may be an undo that is owed. */
    private void lose() {
        changedLines.add(lines);
        lostLines.add(lines);
    }

    /** It still counts, for it may be an undo that is owed; but no undo is done because a changed line says so. */
    private void takeChanged(Optional<Entry> entry) {
        changedLines.add(lines);
        if (entry.isEmpty()) lostLines.add(lines);
        entry.filter(one -> !(one.what() instanceof Paid) && !(one.what() instanceof WrittenOff))
                .ifPresent(one -> {
                    entries.add(one);
                    changedEntries.add(one);
                });
    }

    private boolean isAsWritten(byte[] bytes) {
        return Chain.holds(carried, bytes) || Chain.holds(computed, bytes);
    }

    private static Optional<Entry> entry(String line) {
        try {
            return Optional.of(Lines.entry(line));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int newline(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) if (bytes[i] == '\n') return i;
        return -1;
    }
}

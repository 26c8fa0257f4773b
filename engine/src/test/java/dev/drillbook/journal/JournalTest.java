package dev.drillbook.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve(Journal.FILE);
    }

    @Test
    void what_was_appended_is_read_back() {
        List<Entry> written;
        try (Journal journal = begun()) {
            journal.append(new Claim.Noted("ada", NOON.minusSeconds(90), "größer als 1 %\n\"?\" 🛒"));
            journal.append(new Happening.Began());
            written = journal.entries();
        }
        assertThat(JournalReader.read(folder).entries()).isEqualTo(written);
        assertThat(JournalReader.read(folder).damage()).isEmpty();
    }

    @Test
    void an_entry_is_one_line_in_the_file_as_soon_as_append_returns() throws IOException {
        try (Journal journal = begun()) {
            journal.append(new Happening.Began());
            assertThat(Files.readAllLines(file)).hasSize(1);
            journal.append(new Happening.Began());
            assertThat(Files.readAllLines(file)).hasSize(2);
        }
    }

    @Test
    void an_entry_survives_a_power_cut_as_soon_as_append_returns() {
        LossyDisk disk = new LossyDisk();
        try (Journal journal = disk.journal(folder, clock(), () -> 0)) {
            for (int entries = 1; entries <= 3; entries++) {
                journal.append(new Happening.Began());
                assertThat(disk.afterAPowerCut(folder).entries()).hasSize(entries);
            }
        }
    }

    @Test
    void a_journal_cut_at_any_byte_still_loads_and_says_what_was_torn() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            JournalReader read = JournalReader.read(folder);
            assertThat(read.changedLines()).isEmpty();
            assertThat(read.tornBytes()).isEqualTo(length - (int) read.length());
            assertThat(read.entries()).hasSize(newlines(whole, length));
        }
    }

    @Test
    void one_byte_changed_anywhere_is_told_with_its_line() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            if (changed[at] == '\n') continue;
            Files.write(file, changed);
            JournalReader read = JournalReader.read(folder);
            assertThat(read.changedLines()).contains(newlines(whole, at) + 1);
            assertThat(read.tornBytes()).isZero();
        }
    }

    @Test
    void where_only_a_hash_was_changed_the_next_line_is_as_it_was_written() throws IOException {
        write(3);
        List<String> lines = Files.readAllLines(file);
        char last = lines.get(1).charAt(lines.get(1).length() - 3);
        lines.set(1, lines.get(1).replaceFirst(last + "\"}$", (last == '0' ? '1' : '0') + "\"}"));
        Files.write(file, lines);
        JournalReader read = JournalReader.read(folder);
        assertThat(read.changedLines()).containsExactly(2);
        assertThat(read.changedEntries()).containsExactly(read.entries().get(1));
    }

    @Test
    void a_last_line_whose_newline_was_changed_is_kept_by_the_next_writer() throws IOException {
        write(3);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 1) + "x");
        try (Journal next = Journal.goOn(folder, clock(), () -> 0)) {
            next.append(new Happening.Began());
        }
        assertThat(Files.readString(file)).startsWith(whole);
        JournalReader read = JournalReader.read(folder);
        assertThat(read.entries()).hasSize(4);
        assertThat(read.damage()).isEmpty();
    }

    @Test
    void a_line_that_was_taken_out_is_told() throws IOException {
        write(3);
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThat(JournalReader.read(folder).damage())
                .containsExactly("journal.jsonl:2: changed after it was written");
    }

    @Test
    void the_next_writer_cuts_off_what_was_torn_and_has_an_epoch_of_its_own() throws IOException {
        write(2);
        Files.writeString(file, Files.readString(file) + "{\"seq\":3,\"ep");
        try (Journal next = Journal.goOn(folder, clock(), () -> 0)) {
            next.append(new Happening.Began());
        }
        JournalReader read = JournalReader.read(folder);
        assertThat(read.damage()).isEmpty();
        assertThat(read.entries()).extracting(Entry::seq).containsExactly(1, 2, 3);
        assertThat(read.entries()).extracting(Entry::epoch).containsExactly(1, 1, 2);
    }

    @Test
    void a_second_writer_is_kept_out() {
        try (Journal journal = begun()) {
            journal.append(new Happening.Began());
            assertThatThrownBy(() -> Journal.goOn(folder, clock(), () -> 0))
                    .isInstanceOf(DrillException.class)
                    .hasMessageContaining("is being written by a running drill");
        }
    }

    @Test
    void another_process_is_kept_out_also_after_a_reader_has_closed_the_file() throws Exception {
        try (Journal journal = begun()) {
            journal.append(new Happening.Began());
            JournalReader.read(folder);
            assertThat(elsewhere()).contains("is being written by a running drill");
        }
        assertThat(elsewhere()).startsWith("went on");
    }

    /** In a process of its own: the system's locks are between processes. */
    private String elsewhere() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Another.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Another writer. */
    static final class Another {
        public static void main(String[] args) {
            try (Journal journal = Journal.goOn(Path.of(args[0]), clock(), () -> 0)) {
                System.out.println("went on in " + journal.folder());
            } catch (DrillException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void the_last_hash_is_that_of_the_last_line() throws IOException {
        try (Journal journal = begun()) {
            journal.append(new Happening.Began());
            journal.append(new Happening.Began());
            assertThat(Files.readString(file)).endsWith(",\"hash\":\"" + journal.lastHash() + "\"}\n");
        }
    }

    private Journal begun() {
        return Journal.create(folder, clock(), () -> 42);
    }

    private void write(int entries) {
        try (Journal journal = begun()) {
            for (int i = 1; i <= entries; i++)
                journal.append(new Claim.Suspected("ada", NOON, i, "Überlast der Datenbank"));
        }
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    private static int newlines(byte[] bytes, int before) {
        int count = 0;
        for (int i = 0; i < before; i++) if (bytes[i] == '\n') count++;
        return count;
    }
}

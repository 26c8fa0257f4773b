package dev.drillbook.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a drill's files without any of Drillbook's own readers. */
final class Journals {
    private static final JsonMapper JSON = new JsonMapper();

    private Journals() {}

    /** The folder of the only drill in there. */
    static Path only(Path reports) {
        try (Stream<Path> folders = Files.list(reports)) {
            List<Path> all = folders.filter(Files::isDirectory).toList();
            if (all.size() != 1) throw new AssertionError("one drill expected, but there are " + all);
            return all.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of today's drill that began last; the reports' own where none has. */
    static Path latest(Path reports) {
        if (!Files.isDirectory(reports)) return reports;
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(Files::isDirectory)
                    .max(Comparator.comparing(Journals::number))
                    .orElse(reports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path folder) {
        String id = folder.getFileName().toString();
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    /** Those that are whole: behind the last newline, one may be being written. */
    static List<JsonNode> lines(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            List<JsonNode> lines = new ArrayList<>();
            for (String line : whole.lines().toList()) lines.add(JSON.readTree(line));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happened, of one type, in order; each with the time of its entry in {@code at}. */
    static List<JsonNode> entries(Path folder, String type) {
        return lines(folder.resolve("journal.jsonl")).stream()
                .filter(line -> type.equals(line.get("what").get("type").asString()))
                .toList();
    }

    static boolean has(Path folder, String type) {
        try {
            return Files.exists(folder.resolve("journal.jsonl"))
                    && Files.readString(folder.resolve("journal.jsonl")).contains("{\"type\":\"" + type + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}

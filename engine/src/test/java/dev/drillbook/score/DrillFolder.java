package dev.drillbook.score;

import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A timeline as the files of a drill's folder. */
final class DrillFolder {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private record Line(int seq, int epoch, Instant at, long tick, Happening what, String hash) {}

    private DrillFolder() {}

    static Path write(Timeline timeline, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("journal.jsonl"),
                timeline.entries().stream()
                        .map(entry -> new Line(entry.seq(), entry.epoch(), entry.at(), entry.tick(), entry.what(), "0"))
                        .map(line -> JSON.writeValueAsString(line) + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(
                folder.resolve("signals.jsonl"),
                timeline.series().seconds().stream()
                        .map(second -> JSON.writeValueAsString(second) + "\n")
                        .collect(Collectors.joining()));
        return folder;
    }
}

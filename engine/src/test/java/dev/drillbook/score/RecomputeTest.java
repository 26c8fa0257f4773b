package dev.drillbook.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program, in another language, comes to the same numbers from the same files. */
class RecomputeTest {
    private static final Path HOME = Path.of(System.getProperty("drillbook.home"));
    private static final Path SCRIPT = HOME.resolve("engine/src/test/python/recompute.py");
    private static final int DRILLS = 150;
    private static final double LAST_DIGIT = 1e-6;

    private final JsonMapper json = new JsonMapper();
    private final Set<String> kinds = new HashSet<>();

    @TempDir
    Path reports;

    @Test
    void every_metric_of_any_drill_is_what_an_independent_script_computes() throws Exception {
        long seed = Long.getLong("drillbook.seed", new Random().nextLong());
        System.out.println("RecomputeTest: -Ddrillbook.seed=" + seed);
        List<Timeline> drills = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < DRILLS; i++) {
            drills.add(RandomDrill.of(seed + i));
            folders.add(DrillFolder.write(drills.get(i), reports.resolve("drill-" + i)));
        }

        List<String> recomputed = recompute(folders);

        assertThat(recomputed).hasSize(DRILLS);
        for (int i = 0; i < DRILLS; i++) agree(drills.get(i), json.readTree(recomputed.get(i)), "seed " + (seed + i));
        assertThat(kinds)
                .as("what %s drills had in them", DRILLS)
                .contains(
                        "time-to-detect duration",
                        "time-to-acknowledge duration",
                        "time-to-diagnose duration",
                        "time-to-mitigate duration",
                        "time-to-mitigate not-reached",
                        "time-to-restore duration",
                        "time-to-restore-from-detection duration",
                        "claim-error-mitigated duration",
                        "false-alarms count",
                        "time-to-detect unknown");
    }

    @Test
    void so_is_every_metric_of_the_report_that_readme_shows() throws Exception {
        Path sample = HOME.resolve("reports/sample");
        JsonNode other = json.readTree(recompute(List.of(sample)).get(0));
        JsonNode metrics = json.readTree(Files.readString(sample.resolve("scorecard.json")))
                .get("metrics");
        assertThat(metrics).isNotEmpty();
        for (JsonNode metric : metrics) {
            String id = metric.get("id").asString();
            same(metric.get("value"), other.get(id), id);
        }
    }

    private void agree(Timeline drill, JsonNode other, String which) {
        JsonNode metrics = json.readTree(ScorecardJson.of(Scorecard.of(drill))).get("metrics");
        assertThat(metrics).as("%s", which).isNotEmpty();
        for (JsonNode metric : metrics) {
            String id = metric.get("id").asString();
            kinds.add(id + " " + metric.get("value").get("kind").asString());
            same(metric.get("value"), other.get(id), which + ": " + id);
        }
        var met = drill.met("mitigated").map(MilestoneMet::since);
        JsonNode byProbes = other.get("mitigated-by-probes");
        assertThat(byProbes.isNull()).as("%s: mitigated", which).isEqualTo(met.isEmpty());
        met.ifPresent(since -> assertThat(byProbes.asDouble())
                .as("%s: mitigated", which)
                .isEqualTo(since.toEpochMilli() / 1e3, offset(1e-3)));
    }

    private static void same(JsonNode value, JsonNode other, String which) {
        switch (value.get("kind").asString()) {
            case "duration" -> equal(value.get("seconds"), other, which);
            case "not-reached" -> equal(value.get("seconds"), other.get("more than"), which);
            case "count" -> equal(value.get("count"), other, which);
            case "share" -> equal(value.get("share"), other, which);
            case "amount" -> equal(value.get("amount"), other, which);
            case "coverage" -> {
                equal(value.get("inTime"), other.get(0), which);
                equal(value.get("late"), other.get(1), which);
                equal(value.get("never"), other.get(2), which);
            }
            case "unknown" -> assertThat(other.asString()).as(which).isEqualTo("unknown");
            case "not-asked" -> assertThat(other.asString()).as(which).isEqualTo("not asked");
            default -> throw new AssertionError(which + ": what is a " + value + "?");
        }
    }

    private static void equal(JsonNode value, JsonNode other, String which) {
        assertThat(other).as(which).isNotNull();
        assertThat(other.isNumber())
                .as("%s: %s against %s", which, value, other)
                .isTrue();
        assertThat(other.asDouble()).as(which).isEqualTo(value.asDouble(), offset(LAST_DIGIT));
    }

    private List<String> recompute(List<Path> folders) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
        folders.forEach(folder -> command.add(folder.toString()));
        Path said = reports.resolve("recomputed.jsonl");
        Process python = start(command, said);
        assertThat(python.waitFor()).isZero();
        return Files.readAllLines(said);
    }

    private static Process start(List<String> command, Path said) {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "no python3 on this machine: " + e.getMessage());
            throw new AssertionError(e);
        }
    }
}

package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.Drillbook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One rehearsal of yesterdays-prices, and everything that must be seen of it. */
@Tag("drills")
class RehearsalTest {
    private static final String BAD_SERVER = "shop-2";

    @TempDir
    private static Path home;

    private static Practice practice;
    private static Drillbook.Ended ended;
    private static Map<String, Long> pids;
    private static List<DatabaseLoad.Second> database;
    private static JsonNode result;
    private static Path folder;
    private static List<JsonNode> seconds;
    private static Instant applied;
    private static Instant repaired;

    @BeforeAll
    static void rehearse() throws Exception {
        Drillbook drillbook = Drillbook.in(home);
        practice = new Practice(drillbook);
        practice.up();
        pids = practice.pids();
        URI address = practice.address("postgresql");
        try (DatabaseLoad load = new DatabaseLoad(address)) {
            ended = drillbook.run("rehearse", "yesterdays-prices", "--json");
            database = load.seconds();
        }
        practice.down();
        folder = Journals.only(drillbook.reports());
        result = Journals.json(ended.out());
        seconds = Journals.lines(folder.resolve("signals.jsonl"));
        applied = at(Journals.entries(folder, "applied").get(0));
        repaired = at(Journals.entries(folder, "repaired").get(0));
    }

    @AfterAll
    static void tell() {
        practice.down();
        if (ended != null && ended.exit() != 0) System.out.println(ended.out() + ended.err());
    }

    private static Instant at(JsonNode line) {
        return Instant.parse(line.get("at").asString());
    }

    @Test
    void it_passes() {
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(result.get("verdict").asString()).isEqualTo("passed");
    }

    @Test
    void a_fifth_to_almost_half_of_the_users_were_touched() {
        double share = metric("share-touched").get("share").asDouble();
        System.out.printf("users touched: %.1f %%%n", share * 100);
        assertThat(share).isBetween(0.20, 0.45);
    }

    @Test
    void the_bad_servers_p99_was_three_times_the_others_in_the_same_seconds() {
        List<Double> ratios = new ArrayList<>();
        for (JsonNode second : whileLive()) {
            double bad = second.get("servers").get(BAD_SERVER).get("p99").asDouble();
            double others = Math.max(p99(second, "shop-1"), p99(second, "shop-3"));
            ratios.add(bad / others);
        }
        ratios.sort(null);
        double median = ratios.get(ratios.size() / 2);
        System.out.printf("bad server's p99 / the worse of the others', median of %d s: %.1f%n", ratios.size(), median);
        assertThat(median).isGreaterThanOrEqualTo(3);
    }

    private static double p99(JsonNode second, String server) {
        return second.get("servers").get(server).get("p99").asDouble();
    }

    @Test
    void some_of_the_bad_servers_requests_failed_and_none_of_the_others() {
        long requests = sum(whileLive(), BAD_SERVER, "requests");
        long errors = sum(whileLive(), BAD_SERVER, "errors");
        System.out.printf("bad server's errors: %d of %d (%.1f %%)%n", errors, requests, 100.0 * errors / requests);
        assertThat((double) errors / requests).isBetween(0.005, 0.10);
        assertThat(sum(whileLive(), "shop-1", "errors") + sum(whileLive(), "shop-3", "errors"))
                .isZero();
    }

    @Test
    void postgresql_read_half_as_much_again_for_ten_seconds() {
        double before = database.stream()
                .filter(second -> second.at().isBefore(applied) && second.at().isAfter(applied.minusSeconds(10)))
                .mapToLong(DatabaseLoad.Second::reads)
                .average()
                .orElseThrow();
        long more = database.stream()
                .filter(second -> second.at().isAfter(applied) && second.at().isBefore(repaired))
                .filter(second -> second.reads() >= 1.5 * before)
                .count();
        System.out.printf("PostgreSQL's reads were at least 1.5 times %.0f/s for %d s%n", before, more);
        assertThat(more).isGreaterThanOrEqualTo(10);
    }

    @Test
    void its_parts_were_real_processes_and_none_is_left() {
        assertThat(pids.keySet()).contains("redis", "postgresql", "shop-1", "shop-2", "shop-3", "balancer");
        assertThat(pids.values())
                .allMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void an_independent_script_comes_to_the_same_numbers() throws IOException, InterruptedException {
        Process python = new ProcessBuilder(
                        "python3",
                        Path.of(System.getProperty("drillbook.home"), "engine/src/test/python/recompute.py")
                                .toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode recomputed = Journals.json(new String(python.getInputStream().readAllBytes()));
        assertThat(python.waitFor()).isZero();
        assertThat(recomputed.isEmpty()).isFalse();
        recomputed.properties().stream()
                .filter(one -> one.getValue().isNumber() && !one.getKey().equals("mitigated-by-probes"))
                .forEach(one -> assertThat(number(one.getKey()))
                        .as(one.getKey())
                        .isCloseTo(one.getValue().asDouble(), Offset.offset(1e-6)));
        assertThat(recomputed.get("time-to-restore").isNumber()).isTrue();
    }

    @Test
    void the_documents_are_there() {
        for (String file : List.of("postmortem.md", "postmortem.html", "postmortem.pdf", "chart.svg", "scorecard.json"))
            assertThat(folder.resolve(file)).isNotEmptyFile();
    }

    @Test
    void the_result_names_the_documents_as_files() {
        assertThat(result.get("files")).isNotEmpty().allMatch(file -> Files.isRegularFile(Path.of(file.asString())));
    }

    @Test
    void nothing_is_owed_and_the_file_is_as_it_was() {
        assertThat(result.get("undos"))
                .allMatch(undo -> undo.get("state").asString().equals("paid"));
        assertThat(Files.exists(folder.resolve(".reserve"))).isFalse();
    }

    private static List<JsonNode> whileLive() {
        return seconds.stream()
                .filter(second -> at(second).isAfter(applied) && at(second).isBefore(repaired))
                .filter(second -> !second.get("values").isEmpty()) // the machine stood still: nothing was measured
                .toList();
    }

    private static long sum(List<JsonNode> seconds, String server, String what) {
        return seconds.stream()
                .mapToLong(second -> second.get("servers").get(server).get(what).asLong())
                .sum();
    }

    private static JsonNode metric(String id) {
        for (JsonNode metric : result.get("scorecard").get("metrics"))
            if (metric.get("id").asString().equals(id)) return metric.get("value");
        throw new AssertionError("no metric " + id);
    }

    private static double number(String id) {
        JsonNode value = metric(id);
        for (String field : List.of("seconds", "share", "count", "amount"))
            if (value.has(field)) return value.get(field).asDouble();
        throw new AssertionError(id + " is " + value);
    }
}

package dev.drillbook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.Database;
import dev.drillbook.control.Workshop;
import dev.drillbook.drill.HandClock;
import dev.drillbook.undo.Ledger;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The calendar of a day, an occurrence each ten minutes, in a process that is killed again and again: with real drills
 * of a real service. Whatever it was doing, nothing runs twice, nothing is lost, and no fault stays.
 */
@Tag("drills")
class KilledCalendarTest {
    private static final int KILLS = 100;
    private static final Instant MORNING = Instant.parse("2027-01-05T00:00:00Z");
    private static final Instant EVENING = Instant.parse("2027-01-05T23:59:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration GRACE = Duration.ofMinutes(25);

    @TempDir
    private Path folder;

    private final Random random = new Random(seed());
    private Instant now = MORNING;
    private Process process;
    private BufferedReader said;

    private static long seed() {
        long seed = Long.getLong("drillbook.seed", System.nanoTime());
        System.out.println("killed calendar: again with -Ddrillbook.seed=" + seed);
        return seed;
    }

    @Test
    void kill_minus_nine_a_hundred_times_loses_nothing_doubles_nothing_and_leaves_no_fault() throws IOException {
        try (Workshop workshop = new Workshop(folder)) {
            String before = Files.readString(workshop.config());
            Files.writeString(workshop.runbook(), Workshop.shortText());
            Files.writeString(workshop.home().settings(), yaml(workshop));
            firstLife();
            for (int kill = 0; kill < KILLS; kill++) liveAndDie();
            lastLife();
            for (int look = 0; look < 300 && !isSettled(workshop, before); look++)
                LockSupport.parkNanos(100_000_000L); // a guard may still pay
            assertThat(Files.readString(workshop.config())).isEqualTo(before);
            assertThat(Ledger.unsettled(workshop.home().reports())).isEmpty();
            everyOccurrenceHasOneEnd(workshop);
        }
    }

    private static boolean isSettled(Workshop workshop, String before) throws IOException {
        return Files.readString(workshop.config()).equals(before)
                && Ledger.unsettled(workshop.home().reports()).isEmpty();
    }

    private static String yaml(Workshop workshop) {
        return workshop.settings() + """
                schedules:
                  often:
                    runbook: wrong-mode
                    environment: workshop
                    zone: UTC
                    when: 0 0/10 * * * ?
                    grace: %d minutes
                    announce: 2 minutes
                    remind: 1 minute
                """.formatted(GRACE.toMinutes());
    }

    /** Sometimes it was off for longer than the grace before it lives again: what came meanwhile is missed, not lost. */
    private void liveAndDie() throws IOException {
        if (random.nextInt(25) == 0) now = now.plus(Duration.ofMinutes(30));
        begin();
        long minutes = Duration.between(MORNING, now).toMinutes();
        now = MORNING.plus(TEN_MINUTES.multipliedBy(minutes / 10 + 1));
        turn();
        switch (random.nextInt(4)) {
            case 0 -> hear("claimed");
            case 1 -> hear("started");
            case 2 -> LockSupport.parkNanos(random.nextInt(100) * 1_000_000L);
            default -> LockSupport.parkNanos(random.nextInt(5_000) * 1_000_000L);
        }
        process.destroyForcibly().onExit().join();
    }

    /** It only plans, and leaves the classes of a life to the others, which begin in half the time then. */
    private void firstLife() throws IOException {
        ToolProvider.findFirst("jar")
                .orElseThrow() // an archive of classes takes them from jars alone
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--file",
                        tests().toString(),
                        "-C",
                        "target/test-classes",
                        ".");
        begin("-XX:ArchiveClassesAtExit=" + archive(), "-Xlog:disable");
        end();
        assertThat(archive()).isNotEmptyFile();
    }

    private Path tests() {
        return folder.resolve("tests.jar");
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    /** It is not killed, and the clock is turned to the end of the day. */
    private void lastLife() throws IOException {
        begin();
        now = EVENING;
        turn();
        hear("turned");
        end();
        begin(); // settles what the last one left
        process.destroyForcibly().onExit().join();
    }

    private void end() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    private void begin() throws IOException {
        begin("-XX:SharedArchiveFile=" + archive(), "-Xlog:disable");
    }

    private void begin(String classes, String quiet) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        classes,
                        quiet,
                        "-cp",
                        "target/drillbook-engine.jar" + File.pathSeparator + tests(),
                        CalendarInTestClock.class.getName(),
                        folder.toString(),
                        now.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        hear("ready");
    }

    private void turn() throws IOException {
        process.getOutputStream().write(("turn " + now + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Reads on until it says that, or has nothing more to say before the next turn. */
    private void hear(String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) return;
            if (line.equals("turned") && !word.equals("started")) return;
            // the last life's guard still had the environment: it is tried again when the clock is turned
            if (line.startsWith("refused") && word.equals("started")) return;
        }
        throw new AssertionError("it ended before it said " + word);
    }

    private void everyOccurrenceHasOneEnd(Workshop workshop) {
        Map<String, Long> drills = Ledger.all(workshop.home().reports())
                .map(drill -> drill.timeline().opened().occurrence().orElseThrow())
                .collect(Collectors.groupingBy(key -> key, TreeMap::new, Collectors.counting()));
        assertThat(drills.values()).allMatch(count -> count == 1);
        try (Database database = Database.open(workshop.home().state())) {
            List<Row> past = new Occurrences(database, new HandClock(EVENING)).past(1000);
            assertThat(past).extracting(Row::planned).containsExactlyElementsOf(theDayBackwards(past));
            for (Row row : past)
                assertThat(drills.containsKey(row.key()))
                        .as(row.key() + " is " + row.state() + ": " + row.detail())
                        .isEqualTo(row.state() == State.STARTED);
            assertThat(past)
                    .as("claimed, and forgotten")
                    .noneMatch(
                            row -> row.state() == State.CLAIMED && row.planned().isBefore(EVENING.minus(GRACE)));
            Map<State, Long> ends =
                    past.stream().collect(Collectors.groupingBy(Row::state, TreeMap::new, Collectors.counting()));
            System.out.println("killed calendar: " + KILLS + " kills, " + past.size() + " occurrences: " + ends);
            assertThat(ends.get(State.STARTED))
                    .as("enough of them came to a drill at all")
                    .isGreaterThan(KILLS / 10);
        }
    }

    /** Every ten minutes from the first one that was planned to the last before the evening. */
    private static List<Instant> theDayBackwards(List<Row> past) {
        List<Instant> day = new ArrayList<>();
        Instant first = past.get(past.size() - 1).planned();
        for (Instant at = past.get(0).planned(); !at.isBefore(first); at = at.minus(TEN_MINUTES)) day.add(at);
        assertThat(first).isBeforeOrEqualTo(MORNING.plus(TEN_MINUTES));
        assertThat(day.get(0).plus(TEN_MINUTES)).isAfter(EVENING);
        return day;
    }
}

package dev.drillbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.Finished;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.OpenDrill;
import dev.drillbook.control.Status;
import dev.drillbook.control.Wire;
import dev.drillbook.control.Workshop;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.timeline.Second;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminal.VirtualTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal that behaves as one does, of which the test is keyboard and screen, beside a real drill. */
class PromptTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final int COLUMNS = 120;
    private static final int ROWS = 20;

    @TempDir
    private Path folder;

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final List<Conversation> prompts = new ArrayList<>();
    private Workshop workshop;
    private LiveDrill live;
    private SlowToAnswer drill;
    private VirtualTerminal terminal;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        Files.writeString(workshop.runbook(), Workshop.text().replace("30.seconds", "10.minutes"));
        live = workshop.drills().start(Workshop.run(), words -> {});
        drill = new SlowToAnswer(live);
        terminal = opened();
        awaits(terminal, PromptTest::hasALine);
    }

    @AfterEach
    void close() {
        drill.mayAnswer.countDown();
        live.stop("test is over");
        live.finished().join();
        prompts.forEach(Conversation::close);
        workshop.close();
    }

    private VirtualTerminal opened() throws IOException {
        VirtualTerminal fresh = ScreenTerminal.withTerminal("test", "xterm-256color", COLUMNS, ROWS);
        prompts.add(Prompt.open(
                fresh.terminal(), drill, "ada", workshop.home(), false, interrupted::countDown, Duration.ofMillis(1)));
        return fresh;
    }

    @Test
    void a_line_is_answered_above_the_next_one() throws IOException {
        drill.mayAnswer.countDown();
        type(terminal, "note the file looks odd\r");
        awaits(terminal, rows -> hasALine(rows) && has(rows, "recorded"));
    }

    @Test
    void ctrl_c_while_a_line_is_typed_ends_the_drill() throws Exception {
        type(terminal, "note the f" + CTRL_C);
        assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void ctrl_c_while_an_answer_is_awaited_ends_the_drill() throws Exception {
        type(terminal, "note the file looks odd\r");
        drill.isAsked.await();
        type(terminal, CTRL_C);
        assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Several threads draw them, which must not draw into each other. */
    @Test
    void what_is_told_the_line_and_the_clock_are_all_seen_whenever_it_is_opened() throws IOException {
        for (int i = 0; i < 20; i++) {
            VirtualTerminal other = opened();
            awaits(
                    other,
                    rows -> has(rows, "The drill began")
                            && hasALine(rows)
                            && clock(rows).startsWith("drill " + live.id()));
            type(other, CTRL_D);
        }
    }

    @Test
    void where_the_drill_does_not_answer_its_clock_says_so_and_goes_on_once_it_does() {
        drill.why = "serve does not answer";
        awaits(terminal, rows -> clock(rows).startsWith("serve does not answer"));
        drill.why = "";
        awaits(terminal, rows -> clock(rows).startsWith("drill " + live.id()));
    }

    private static void type(VirtualTerminal terminal, String keys) throws IOException {
        terminal.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    }

    private static void awaits(VirtualTerminal terminal, Predicate<List<String>> wanted) {
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        for (List<String> rows = rows(terminal.screen()); !wanted.test(rows); rows = rows(terminal.screen())) {
            if (System.nanoTime() > patience) throw new AssertionError(String.join("\n", rows));
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static List<String> rows(ScreenTerminal screen) {
        long[] cells = new long[ROWS * COLUMNS];
        screen.dump(cells, new int[2]);
        return IntStream.range(0, ROWS)
                .mapToObj(row -> Arrays.stream(cells, row * COLUMNS, (row + 1) * COLUMNS)
                        .mapToObj(cell -> Character.toString(ScreenTerminal.cellCodePoint(cell)))
                        .collect(Collectors.joining()))
                .toList();
    }

    private static boolean has(List<String> rows, String words) {
        return rows.stream().anyMatch(row -> row.contains(words));
    }

    private static boolean hasALine(List<String> rows) {
        return rows.stream().anyMatch(row -> row.startsWith("drill> "));
    }

    private static String clock(List<String> rows) {
        return rows.get(ROWS - 1);
    }

    /** It answers only when it may, and not at all where there is a reason why not. */
    private static final class SlowToAnswer implements OpenDrill {
        private final OpenDrill real;
        private final CountDownLatch isAsked = new CountDownLatch(1);
        private final CountDownLatch mayAnswer = new CountDownLatch(1);
        private volatile String why = "";

        SlowToAnswer(OpenDrill real) {
            this.real = real;
        }

        @Override
        public String say(String who, String line) {
            isAsked.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return real.say(who, line);
        }

        @Override
        public String id() {
            return real.id();
        }

        @Override
        public ZoneId zone() {
            return real.zone();
        }

        @Override
        public Status status() {
            if (!why.isEmpty()) throw new DrillException(why);
            return real.status();
        }

        @Override
        public Optional<Second> latest() {
            return real.latest();
        }

        @Override
        public Wire.Lines lines(int seen, boolean facilitator, Duration patience) {
            return real.lines(seen, facilitator, patience);
        }

        @Override
        public int owed() {
            return real.owed();
        }

        @Override
        public void stop(String why) {
            real.stop(why);
        }

        @Override
        public CompletableFuture<Finished> finished() {
            return real.finished();
        }
    }
}

package dev.drillbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.Finished;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.OpenDrill;
import dev.drillbook.control.Status;
import dev.drillbook.control.Wire;
import dev.drillbook.control.Workshop;
import dev.drillbook.timeline.Second;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
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
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
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

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private LineDisciplineTerminal terminal;
    private Workshop workshop;
    private LiveDrill live;
    private SlowToAnswer drill;
    private Conversation prompt;
    private int read;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        live = workshop.drills().start(Workshop.run(), words -> {});
        drill = new SlowToAnswer(live);
        terminal = new LineDisciplineTerminal("test", "ansi", screen, StandardCharsets.UTF_8);
        prompt = Prompt.open(terminal, drill, "ada", workshop.home(), false, interrupted::countDown);
        awaitOnScreen("drill> ");
    }

    @AfterEach
    void close() {
        drill.mayAnswer.countDown();
        live.stop("test is over");
        live.finished().join();
        prompt.close();
        workshop.close();
    }

    @Test
    void a_line_is_answered_above_the_next_one() throws IOException {
        drill.mayAnswer.countDown();
        type("note the file looks odd\r");
        awaitOnScreen("recorded");
        awaitOnScreen("drill> ");
    }

    @Test
    void ctrl_c_while_a_line_is_typed_ends_the_drill() throws Exception {
        type("note the f" + CTRL_C);
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void ctrl_c_while_an_answer_is_awaited_ends_the_drill() throws Exception {
        type("note the file looks odd\r");
        drill.isAsked.await();
        type(CTRL_C);
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** What draws them is several threads, which must not draw into each other. */
    @Test
    void the_line_and_the_clock_have_each_its_place_whenever_it_is_opened() throws Exception {
        for (int i = 0; i < 100; i++) {
            var virtual = ScreenTerminal.withTerminal("test", "xterm-256color", COLUMNS, ROWS);
            Prompt.open(virtual.terminal(), live, "ada", workshop.home(), false, () -> {});
            until(virtual.screen(), rows -> rows.get(ROWS - 1).startsWith("drill " + live.id()));
            until(virtual.screen(), rows -> rows.stream().anyMatch(row -> row.startsWith("drill> ")));
            virtual.terminal().processInputBytes(CTRL_D.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void until(ScreenTerminal screen, Predicate<List<String>> wanted) {
        long patience = System.nanoTime() + 10_000_000_000L;
        for (List<String> rows = rows(screen); !wanted.test(rows); rows = rows(screen)) {
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

    private void type(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    }

    /** Behind what was awaited before. */
    private void awaitOnScreen(String text) {
        int at = screen.toString(StandardCharsets.UTF_8).indexOf(text, read);
        while (at < 0) {
            LockSupport.parkNanos(10_000_000);
            at = screen.toString(StandardCharsets.UTF_8).indexOf(text, read);
        }
        read = at + text.length();
    }

    /** It answers only when it may. */
    private static final class SlowToAnswer implements OpenDrill {
        private final OpenDrill real;
        private final CountDownLatch isAsked = new CountDownLatch(1);
        private final CountDownLatch mayAnswer = new CountDownLatch(1);

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

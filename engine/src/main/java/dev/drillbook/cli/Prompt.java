package dev.drillbook.cli;

import dev.drillbook.control.Home;
import dev.drillbook.control.OpenDrill;
import dev.drillbook.control.Status;
import dev.drillbook.control.Verb;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.wording.Durations;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The prompt of a drill: the clock below, what happens above, and between them the line that someone types. */
final class Prompt implements Conversation {
    /** Called by JLine before it draws a new line. */
    private static final String CLOCK = LineReader.CALLBACK_INIT;

    private final OpenDrill drill;
    private final String who;
    private final Terminal terminal;
    private final LineReader reader;
    private final Runnable onInterrupt;
    private final org.jline.utils.Status clock;
    private final Duration tick;
    private volatile String time;
    private boolean isOpen = true;
    private Follower follower;
    private Thread reading;

    private Prompt(Terminal terminal, OpenDrill drill, String who, Home home, Runnable onInterrupt, Duration tick) {
        this.terminal = terminal;
        this.drill = drill;
        this.onInterrupt = onInterrupt;
        this.who = who;
        // JLine gives Ctrl-C back to the system whenever no line is read, which would end the process on the spot
        terminal.handle(Terminal.Signal.INT, key -> interrupted());
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .completer(new StringsCompleter(Verb.words()))
                .variable(LineReader.HISTORY_FILE, home.state().resolve("history"))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        this.clock = org.jline.utils.Status.getStatus(terminal);
        this.tick = tick;
        this.time = "drill " + drill.id();
        reader.getWidgets().put(CLOCK, this::drawClock);
    }

    /** @param terminal closed with the prompt @param onInterrupt what Ctrl-C does */
    static Conversation open(
            Terminal terminal, OpenDrill drill, String who, Home home, boolean facilitator, Runnable onInterrupt) {
        return open(terminal, drill, who, home, facilitator, onInterrupt, Duration.ofSeconds(1));
    }

    /** @param tick how often the clock is drawn */
    static Conversation open(
            Terminal terminal,
            OpenDrill drill,
            String who,
            Home home,
            boolean facilitator,
            Runnable onInterrupt,
            Duration tick) {
        Prompt prompt = new Prompt(terminal, drill, who, home, onInterrupt, tick);
        prompt.follower = Follower.follow(drill, facilitator, prompt::show);
        prompt.reading = new Thread(prompt::read, "prompt");
        prompt.reading.setDaemon(true);
        prompt.reading.start();
        return prompt;
    }

    /** Above the line that is being typed; below everything once the prompt is gone. */
    private synchronized void show(String line) {
        if (isOpen) reader.printAbove(line);
        else System.out.println(line);
    }

    @Override
    public void close() {
        follower.finish();
        reading.interrupt();
        Follower.join(reading);
    }

    private void read() {
        ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();
        try (terminal) {
            reader.printAbove("Say what you do with: " + String.join(", ", Verb.words()) + " (help tells more)");
            ticking.scheduleAtFixedRate(this::tick, 0, tick.toMillis(), TimeUnit.MILLISECONDS);
            readLines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ticking.shutdownNow();
        }
    }

    private synchronized void goAway() {
        isOpen = false;
        if (clock != null) clock.hide();
    }

    private void readLines() {
        try {
            while (!drill.finished().isDone()) {
                String line = reader.readLine("drill> ").strip();
                if (line.equals("help") || line.equals("?")) help();
                else if (!line.isEmpty()) reader.printAbove(TypedLines.answer(drill, who, line));
            }
        } catch (UserInterruptException e) {
            interrupted();
        } catch (EndOfFileException | IOError e) {
            // its user typed Ctrl-D, or the terminal is gone: the drill goes on, and other terminals can speak to it
        } finally {
            goAway();
        }
    }

    /** Ctrl-C in a terminal that is ours is a key, not a signal: it ends the drill in the same way. */
    private void interrupted() {
        if (!drill.finished().isDone()) onInterrupt.run();
    }

    private void help() {
        for (Verb verb : Verb.values())
            reader.printAbove(String.format("  %-13s %-16s %s", verb.word(), verb.arguments(), verb.help()));
        reader.printAbove("  Every claim takes a time at its end: detected at 10:15");
    }

    private void tick() {
        time = time();
        try {
            reader.callWidget(CLOCK);
        } catch (IllegalStateException e) {
            // nobody can type while an answer is awaited: the clock rests until the next line
        }
    }

    /** Or why it cannot be told: another process may perform the drill. */
    private String time() {
        try {
            Status status = drill.status();
            Duration elapsed = Duration.ofSeconds(status.elapsed().toSeconds());
            return "drill " + status.drill() + " · " + status.state() + " · " + Durations.inWords(elapsed);
        } catch (DrillException e) {
            return e.getMessage();
        }
    }

    /** A widget, for only one at a time may draw: a clock drawn beside JLine's line would take its place. */
    private boolean drawClock() {
        if (clock != null) clock.update(List.of(new AttributedString(time)));
        return true;
    }
}

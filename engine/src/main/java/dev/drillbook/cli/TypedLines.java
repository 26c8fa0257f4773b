package dev.drillbook.cli;

import dev.drillbook.control.OpenDrill;
import dev.drillbook.runbook.DrillException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Verbs from standard input, one a line, where there is no terminal. Its end is no end of the drill. */
final class TypedLines implements Conversation {
    private final OpenDrill drill;
    private final String who;
    private final Screen screen;
    private Follower follower;

    private TypedLines(OpenDrill drill, String who, Screen screen) {
        this.drill = drill;
        this.who = who;
        this.screen = screen;
    }

    static Conversation open(OpenDrill drill, String who, boolean facilitator, Screen screen) {
        TypedLines lines = new TypedLines(drill, who, screen);
        lines.follower = Follower.follow(drill, facilitator, screen);
        Thread thread = new Thread(lines::read, "read verbs");
        thread.setDaemon(true);
        thread.start();
        return lines;
    }

    /** Who waits for a line that nobody types ends with the process. */
    @Override
    public void close() {
        follower.finish();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine())
                if (!line.isBlank()) screen.tell(answer(drill, who, line));
        } catch (IOException e) {
            screen.warn("cannot read any further verbs: " + e.getMessage());
        }
    }

    /** What to show to whoever typed a line. */
    static String answer(OpenDrill drill, String who, String line) {
        try {
            return drill.say(who, line);
        } catch (DrillException e) {
            return e.getMessage();
        }
    }
}

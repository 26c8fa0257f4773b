package dev.drillbook.control;

import dev.drillbook.runbook.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An engine that starts a drill of the workshop whenever it reads a line, and says what became of that. */
final class EngineOnCall {
    private EngineOnCall() {}

    /** @param arguments its home, whose settings name the workshop */
    public static void main(String[] arguments) throws IOException {
        Home home = new Home(Path.of(arguments[0]));
        // nobody reads what it would write up, and that takes longer than a drill
        Drills drills = EngineInTest.drills(home, new Reporting(home.reports()));
        var calls = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        while (calls.readLine() != null) System.out.println(answer(drills));
        System.exit(0);
    }

    private static String answer(Drills drills) {
        try {
            Finished finished =
                    drills.start(Workshop.run(), words -> {}).finished().join();
            return "ran " + finished.drill() + ", " + finished.ending();
        } catch (Refused e) {
            return "refused: " + e.getMessage();
        }
    }
}

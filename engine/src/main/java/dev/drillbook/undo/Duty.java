package dev.drillbook.undo;

import dev.drillbook.process.Identity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a guard is told when it is posted.
 *
 * @param drill the folder of the drill, absolute
 * @param locks one file per environment
 * @param engine which process performs it
 * @param heartbeat how long that may be silent before it counts as frozen
 */
record Duty(Path drill, Path locks, Identity engine, Duration heartbeat) {
    /** As the words of a command. */
    List<String> words() {
        return List.of(
                drill.toString(),
                locks.toString(),
                Long.toString(engine.pid()),
                engine.started().toString(),
                heartbeat.toString());
    }

    static Duty of(String[] words) {
        return new Duty(
                Path.of(words[0]),
                Path.of(words[1]),
                new Identity(Long.parseLong(words[2]), Instant.parse(words[3])),
                Duration.parse(words[4]));
    }
}

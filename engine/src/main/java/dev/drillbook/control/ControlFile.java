package dev.drillbook.control;

import dev.drillbook.process.Identity;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a second terminal finds a running drill: a file per environment that only its user can read.
 *
 * @param process that performs the drill
 */
record ControlFile(String drill, String environment, URI address, String token, Identity process) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDING = ".control.json";

    void write(Path state) {
        PrivateFile.write(state.resolve(environment + ENDING), JSON.writeValueAsString(this));
    }

    void delete(Path state) {
        PrivateFile.delete(state.resolve(environment + ENDING));
    }

    /** Those whose process is alive. */
    static List<ControlFile> alive(Path state) {
        List<ControlFile> found = new ArrayList<>();
        if (!Files.isDirectory(state)) return found;
        try (Stream<Path> files = Files.list(state)) {
            files.filter(file -> file.getFileName().toString().endsWith(ENDING)).forEach(file -> readTo(found, file));
        } catch (IOException e) {
            throw new DrillException("cannot read " + state + ": " + e.getMessage() + "; look at its permissions", e);
        }
        return found;
    }

    /**
     * The drills whose engine lives. What they owe is not for players: it would tell them what was broken, and a false
     * alarm from a drill; and it is paid by the engine itself.
     */
    static Set<String> drills(Path state) {
        return alive(state).stream().map(ControlFile::drill).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void readTo(List<ControlFile> found, Path file) {
        try {
            ControlFile read = JSON.readValue(Files.readString(file), ControlFile.class);
            if (read.process() != null && read.process().isAlive()) found.add(read);
        } catch (IOException | JacksonException e) {
            // being replaced at this moment, or another user's: not ours to reach
        }
    }
}

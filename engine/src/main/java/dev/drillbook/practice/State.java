package dev.drillbook.practice;

import dev.drillbook.process.Identity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the supervisor tells everyone else about the stack, in one JSON file that only the user can read. The file is
 * believed only while its supervisor lives.
 */
record State(Identity supervisor, String folder, List<Running> parts) {
    private static final JsonMapper JSON = JsonMapper.shared();

    record Running(String name, Identity process, URI address) {}

    State {
        parts = List.copyOf(parts);
    }

    boolean isUp() {
        return supervisor.isAlive();
    }

    /** @throws java.util.NoSuchElementException when there is no such part */
    URI address(String part) {
        return parts.stream()
                .filter(it -> it.name().equals(part))
                .findFirst()
                .orElseThrow()
                .address();
    }

    Folder data() {
        return new Folder(Path.of(folder));
    }

    static Optional<State> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), State.class));
        } catch (IOException | JacksonException noneOrNotOurs) {
            return Optional.empty();
        }
    }

    /** In one step: a reader sees the old file or the new one. */
    void write(Path file) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path aside = Files.createTempFile(file.getParent(), "practice", ".json", mine);
        Files.writeString(aside, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

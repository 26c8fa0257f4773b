package dev.drillbook.control;

import dev.drillbook.process.Identity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How commands find the {@code drillbook serve} that runs beside them. */
public record ServeFile(URI address, String token, Identity process) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "serve.json";

    public void write(Home home) {
        PrivateFile.write(home.state().resolve(NAME), JSON.writeValueAsString(this));
    }

    public static void delete(Home home) {
        PrivateFile.delete(home.state().resolve(NAME));
    }

    /** Of a serve whose process is alive. */
    public static Optional<ServeFile> alive(Home home) {
        try {
            ServeFile read = JSON.readValue(Files.readString(home.state().resolve(NAME)), ServeFile.class);
            return Optional.of(read)
                    .filter(serve -> serve.process() != null && serve.process().isAlive());
        } catch (IOException | JacksonException e) {
            return Optional.empty(); // there is none, or another user's: not ours to reach
        }
    }
}

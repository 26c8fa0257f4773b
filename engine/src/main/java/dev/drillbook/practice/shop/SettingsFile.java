package dev.drillbook.practice.shop;

import dev.drillbook.practice.part.Log;
import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A settings file that people and programs change while the server runs. Its content counts once it was read the same
 * twice in a row, so that a writer who is not done yet is left to finish; what is not valid is logged and passed over.
 */
final class SettingsFile {
    private final Path file;
    private final Log log;
    private String seen;
    private String settled;

    /** @throws Invalid when the file cannot be read or is not valid: a server does not start without settings */
    SettingsFile(Path file, Log log) {
        this.file = file;
        this.log = log;
        try {
            settled = seen = read();
        } catch (IOException unreadable) {
            throw new Invalid(file + ": cannot be read (" + unreadable + "); write the settings there", unreadable);
        }
    }

    CacheSettings atStart() {
        try {
            return CacheSettings.parse(settled);
        } catch (Invalid wrong) {
            throw new Invalid(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Looks at the file; to be called a few times a second. The settings, when they changed and are valid. */
    Optional<CacheSettings> changed() {
        try {
            return settledNow(read()) ? Optional.of(CacheSettings.parse(settled)) : Optional.empty();
        } catch (Invalid wrong) {
            log.error(file + ": " + wrong.getMessage() + " (the settings before stay in use)");
        } catch (IOException unreadable) {
            // An editor replaces a file by renaming another onto it: for a moment there may be none.
            seen = null;
        }
        return Optional.empty();
    }

    /** Its path. */
    @Override
    public String toString() {
        return file.toString();
    }

    private boolean settledNow(String content) {
        boolean twice = content.equals(seen);
        seen = content;
        if (!twice || content.equals(settled)) return false;
        settled = content;
        return true;
    }

    private String read() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}

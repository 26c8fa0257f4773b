package dev.drillbook.control;

import dev.drillbook.runbook.Refused;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Names and makes the folders of drills. */
final class Folders {
    private Folders() {}

    /**
     * The next free one of that day, made: {@code 2026-11-24-1}, {@code -2}, …
     *
     * @throws Refused when it cannot be made
     */
    static Path next(Path reports, LocalDate day) {
        try {
            Files.createDirectories(reports);
            for (int number = 1; ; number++) {
                Path folder = reports.resolve(day + "-" + number);
                if (isMade(folder)) return folder;
            }
        } catch (IOException e) {
            throw new Refused("cannot write to " + reports + ": " + reason(e)
                    + "; a drill needs a place for its record, so nothing was broken");
        }
    }

    /** Removes the folder of a drill that could not start, unless something was written into it. */
    static void giveBack(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // not empty: what is in there may tell why
        }
    }

    private static boolean isMade(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "no permission" : String.valueOf(e.getMessage());
    }
}

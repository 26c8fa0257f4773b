package dev.drillbook.control;

import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files with tokens in them. */
final class PrivateFile {
    private static final FileAttribute<?> MINE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFile() {}

    /** Atomic, and never readable by others, not even for a moment. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", MINE);
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DrillException(
                    "cannot write " + file + ": " + e.getMessage() + "; the folder must be writable", e);
        }
    }

    /** Does nothing when it cannot be deleted: what stays behind names a dead process, and is passed over. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // passed over, as said
        }
    }
}

package dev.drillbook.practice;

import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/**
 * Folders that are costly to make and never change, kept from one start to the next. Their names tell the version.
 *
 * @param progress told when one is made
 */
record Cache(Path root, Consumer<String> progress) {
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /**
     * The folder of that name, filled first if it is missing: aside, then renamed in one step, so that a start that is
     * interrupted or runs beside another leaves none half full.
     */
    Path folder(String name, Filling filling) {
        Path folder = root.resolve(name);
        if (Files.isDirectory(folder)) return folder;
        progress.accept("making " + folder + ", once");
        try {
            Files.createDirectories(root);
            open(root);
            Path aside = Files.createTempDirectory(root, ".filling-");
            try {
                open(aside);
                filling.into(aside);
                Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isDirectory(folder)) throw e;
            } finally {
                Folder.deleteTree(aside);
            }
            return folder;
        } catch (IOException e) {
            throw new DrillException(
                    "could not fill " + folder + ": " + e + "; make it writable, or set XDG_CACHE_HOME elsewhere", e);
        }
    }

    /** Whatever the umask: root's PostgreSQL runs as someone else. */
    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

package dev.drillbook.undo;

import dev.drillbook.runbook.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Disk space that is held back from the start of a drill, so that payback and the report can still be written when the
 * disk fills up meanwhile.
 */
public final class Reserve {
    public static final int BYTES = 4 << 20;
    private static final String FILE = ".reserve";

    private final Path file;

    /** @throws Refused when there is not that much space */
    public Reserve(Path folder) {
        file = folder.resolve(FILE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer chunk = ByteBuffer.allocate(1 << 16);
            for (int written = 0; written < BYTES; written += chunk.capacity()) {
                chunk.clear();
                while (chunk.hasRemaining()) channel.write(chunk);
            }
            channel.force(true);
        } catch (IOException e) {
            release();
            throw new Refused("no room in " + folder + " for a drill's record (" + (BYTES >> 20) + " MiB): "
                    + e.getMessage() + "; free some space");
        }
    }

    public void release() {
        release(file.getParent());
    }

    /** Of a drill whose engine cannot do so any more. */
    static void release(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            // what is owed comes first; a few MiB stay taken
        }
    }
}

package dev.drillbook.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a journal is kept. A test puts one there that loses what was not synced, as a power cut does. */
interface Disk {
    Disk REAL = FileChannel::open;

    FileChannel open(Path path, OpenOption... options) throws IOException;

    /** The entry of a new file lives in its folder, which needs a sync of its own. */
    default void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

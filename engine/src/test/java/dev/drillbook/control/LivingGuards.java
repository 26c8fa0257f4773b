package dev.drillbook.control;

import dev.drillbook.undo.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The guards that live, found by what the system says of its processes. */
public final class LivingGuards {
    private LivingGuards() {}

    /** Of the drills below a folder. */
    public static List<ProcessHandle> below(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> isGuard(process.pid(), folder.toString()))
                .toList();
    }

    private static boolean isGuard(long pid, String folder) {
        try {
            String words = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return words.contains(Guard.class.getName()) && words.contains(folder);
        } catch (IOException e) {
            return false; // it ended, or is another user's
        }
    }
}

package dev.drillbook.journal;

import dev.drillbook.runbook.Reason;
import dev.drillbook.runbook.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Which folders are drills. What cannot be looked into is told: it may owe something. */
public final class DrillFolders {
    /** A disk's own, which nobody but root may look into. */
    private static final String OF_THE_DISK = "lost+found";

    private DrillFolders() {}

    /**
     * @param reports the folder of all drills; there are none where it does not exist
     * @throws Refused when it, or one of them, cannot be looked into
     */
    public static List<Path> in(Path reports) {
        if (Files.notExists(reports, LinkOption.NOFOLLOW_LINKS)) return List.of();
        if (!Files.isDirectory(reports))
            throw new Refused(reports
                    + " is no folder that is there: drills are kept in it; look where it leads, or move it away");
        try (Stream<Path> all = Files.list(reports)) {
            return all.filter(DrillFolders::isOne).toList();
        } catch (UncheckedIOException e) {
            throw unreadable(reports, e.getCause());
        } catch (IOException e) {
            throw unreadable(reports, e);
        }
    }

    /** Whether a folder holds a drill's journal. @throws Refused when that cannot be seen */
    public static boolean isOne(Path folder) {
        if (!Files.isDirectory(folder) || folder.endsWith(OF_THE_DISK)) return false;
        Path journal = folder.resolve(Journal.FILE);
        try {
            if (Files.readAttributes(journal, BasicFileAttributes.class).isRegularFile()) return true;
            throw new Refused(journal + " is no file, and what that drill owes is not known: look what it is");
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static Refused unreadable(Path folder, IOException why) {
        return new Refused("cannot look into " + folder + ": " + Reason.of(why)
                + "; what is owed there is not known: let someone look who may");
    }
}

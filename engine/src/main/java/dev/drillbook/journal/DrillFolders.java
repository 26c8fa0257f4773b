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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which folders are drills.
 *
 * @param unread what could not be looked into: it may owe something
 */
public record DrillFolders(List<Path> drills, List<Unread> unread) {
    /** A disk's own, which nobody but root may look into. */
    private static final String OF_THE_DISK = "lost+found";

    /** @param folder of a drill, or of all @param why a whole sentence */
    public record Unread(Path folder, String why) {}

    /** @param reports the folder of all drills; there are none where it does not exist */
    public static DrillFolders look(Path reports) {
        List<Path> drills = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        try (Stream<Path> all = list(reports)) {
            for (Path folder : (Iterable<Path>) all::iterator) {
                try {
                    if (isOne(folder)) drills.add(folder);
                } catch (Refused e) {
                    unread.add(new Unread(folder, e.getMessage()));
                }
            }
        } catch (Refused e) {
            unread.add(new Unread(reports, e.getMessage()));
        } catch (UncheckedIOException e) { // the disk failed in the middle of it
            unread.add(new Unread(reports, unreadable(reports, e.getCause()).getMessage()));
        }
        return new DrillFolders(drills, unread);
    }

    /** @throws Refused when something could not be looked into */
    public List<Path> whole() {
        if (!unread.isEmpty()) throw new Refused(unread.get(0).why());
        return drills;
    }

    private static Stream<Path> list(Path reports) {
        try {
            if (attributes(reports).isEmpty()) return Stream.empty();
            return Files.list(reports);
        } catch (IOException e) {
            throw Files.isDirectory(reports)
                    ? unreadable(reports, e)
                    : new Refused(
                            reports
                                    + " is no folder that is there: drills are kept in it; look where it leads, or move it away");
        }
    }

    /** Whether a folder holds a drill's journal. @throws Refused when that cannot be seen */
    public static boolean isOne(Path folder) {
        if (folder.endsWith(OF_THE_DISK)) return false;
        Path journal = folder.resolve(Journal.FILE);
        try {
            if (attributes(folder).filter(BasicFileAttributes::isDirectory).isEmpty()) return false;
            Optional<BasicFileAttributes> file = attributes(journal);
            if (file.isPresent() && !file.get().isRegularFile())
                throw new Refused(journal + " is no file, and what that drill owes is not known: look what it is");
            return file.isPresent();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** Empty where nothing is. A link that leads nowhere is something: its disk may be away. */
    private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) throw e;
            return Optional.empty();
        }
    }

    private static Refused unreadable(Path folder, IOException why) {
        return new Refused("cannot look into " + folder + ": " + Reason.of(why)
                + "; what is owed there is not known: let someone look who may");
    }
}

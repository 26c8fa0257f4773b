package dev.drillbook.target;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.drillbook.process.Command;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives a file new content. A reader sees the old or the new, never half of it: a new file beside it, with the same
 * owner, mode, access list and extended attributes, is renamed over it. Where that cannot be (the folder is not writable,
 * the owner is another, the file is a mount point or has several names, the disk is full), its content is overwritten in
 * place.
 */
record Rewrite(Path file, byte[] content) {
    private static final FileAttribute<?> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** One change at a time of one file: two faults may be applied to it in the same moment. */
    private static final Map<Path, Object> IN_TURN = new ConcurrentHashMap<>();

    private static final Duration TO_COPY = Duration.ofSeconds(5);

    /** @throws ConcurrentModificationException when someone else changed it meanwhile; it is as they left it */
    void unlessChangedFrom(byte[] before) throws IOException {
        synchronized (IN_TURN.computeIfAbsent(file, name -> new Object())) {
            if (hasSeveralNames() || !replaced(before)) {
                mustStillBe(before);
                overwrite(before.length);
            }
        }
    }

    /** Takes away what a crash left beside a file that needs no new content. */
    static void tidyUp(Path file) {
        synchronized (IN_TURN.computeIfAbsent(file, name -> new Object())) {
            deleteQuietly(beside(file));
        }
    }

    /** Always the same name: what a crash left behind, the undo takes away. */
    private static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".drillbook");
    }

    private boolean replaced(byte[] before) throws IOException {
        Path beside = beside(file);
        try {
            if (!isPrepared(beside)) return false;
            mustStillBe(before);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(file.getParent());
            return true;
        } catch (FileSystemException e) {
            return false;
        } finally {
            deleteQuietly(beside);
        }
    }

    /** Whether there was a right to put it there, and room for it: a full disk is told while it is written. */
    private boolean isPrepared(Path beside) throws IOException {
        try {
            Files.deleteIfExists(beside);
            try (FileChannel opened = FileChannel.open(beside, Set.of(WRITE, CREATE_NEW), OURS_ALONE)) {
                write(opened, 0, content);
                opened.force(true);
            }
            copyAttributes(beside);
            return true;
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    private void mustStillBe(byte[] before) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(file), before)) throw new ConcurrentModificationException();
    }

    /**
     * First the new room that it needs: where there is none, the file is as it was. The file is cut only at the end: on a full
     * disk the old content's place is still there.
     */
    private void overwrite(int before) throws IOException {
        try (FileChannel opened = FileChannel.open(file, WRITE)) {
            if (content.length > before) lengthen(opened, before);
            write(opened, 0, content);
            opened.truncate(content.length);
            opened.force(true);
        }
    }

    /** By empty lines, which whoever reads the file meanwhile passes over. */
    private void lengthen(FileChannel opened, int before) throws IOException {
        byte[] room = new byte[content.length - before];
        Arrays.fill(room, (byte) '\n');
        try {
            write(opened, before, room);
            opened.force(true); // some disks tell only then that they are full
        } catch (IOException e) {
            if (opened.isOpen()) opened.truncate(before);
            throw e;
        }
    }

    private static void write(FileChannel opened, int at, byte[] bytes) throws IOException {
        opened.position(at);
        for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) opened.write(left);
    }

    private boolean hasSeveralNames() throws IOException {
        return (Integer) Files.getAttribute(file, "unix:nlink") > 1;
    }

    private void copyAttributes(Path to) throws IOException {
        Map<String, Object> old = Files.readAttributes(file, "unix:uid,gid,mode");
        Map<String, Object> now = Files.readAttributes(to, "unix:uid,gid");
        for (String id : new String[] {"uid", "gid"}) // first: a change of owner clears bits of the mode
        if (!old.get(id).equals(now.get(id))) Files.setAttribute(to, "unix:" + id, old.get(id));
        Files.setAttribute(to, "unix:mode", (Integer) old.get("mode") & 07777);
        copyExtendedAttributes(to);
        copyAccessList(to);
    }

    private void copyExtendedAttributes(Path to) throws IOException {
        UserDefinedFileAttributeView from = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        UserDefinedFileAttributeView into = Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
        if (from == null) return;
        for (String name : from.list()) {
            ByteBuffer value = ByteBuffer.allocate(from.size(name));
            from.read(name, value);
            into.write(name, value.flip());
        }
    }

    /** And its security label: Java reaches neither. Where there is no GNU cp, as in Alpine, they are not kept. */
    private void copyAccessList(Path to) throws IOException {
        List<String> copy = new ArrayList<>(List.of("cp", "--attributes-only", "--preserve=all"));
        copy.add("--no-preserve=timestamps"); // by its time a service knows that the file has changed
        copy.addAll(List.of("--", file.toString(), to.toString()));
        try {
            Command.of(copy).within(TO_COPY).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (IOException e) {
            // no cp at all
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private static void deleteQuietly(Path left) {
        try {
            if (Files.exists(left, LinkOption.NOFOLLOW_LINKS)) Files.delete(left);
        } catch (IOException e) {
            // in a folder where we may not write there is nothing of ours
        }
    }
}

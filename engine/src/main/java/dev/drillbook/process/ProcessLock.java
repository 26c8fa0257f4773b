package dev.drillbook.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A file that one holder has at a time, in this process and among all. The operating system lets go of it when its
 * process dies. On Linux it also lets go of it when the process closes any other channel of the same file: so within a
 * process the file is opened once, and asked for here; nobody else opens it, so it holds nothing but the lock.
 */
public final class ProcessLock implements AutoCloseable {
    private static final Set<Path> HELD = new HashSet<>();

    private final Path path;
    private final FileChannel file;

    private ProcessLock(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** @return empty when someone has it @throws IOException when the file cannot be opened */
    public static Optional<ProcessLock> take(Path wanted) throws IOException {
        Files.createDirectories(wanted.getParent());
        Path path = wanted.getParent().toRealPath().resolve(wanted.getFileName());
        synchronized (HELD) {
            if (HELD.contains(path)) return Optional.empty();
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                return Optional.empty();
            }
            HELD.add(path);
            return Optional.of(new ProcessLock(path, file));
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            HELD.remove(path);
            file.close();
        }
    }
}

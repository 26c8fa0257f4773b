package dev.drillbook.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A disk of which a power cut leaves only what was synced: of a file its content at its last sync; and a file, or a folder
 * of a drill or of all drills, only where the folder around it was synced since it is there.
 */
public final class LossyDisk implements Disk {
    private final Map<Path, byte[]> synced = new HashMap<>();
    private final Set<Path> known = new HashSet<>();
    private String refused = "";
    private int refusals;

    /** From now on whatever holds this text finds no room, so many times. */
    public synchronized void refuse(String text, int times) {
        refused = text;
        refusals = times;
    }

    private synchronized void mustHaveRoom(ByteBuffer bytes) throws IOException {
        boolean isRefused = refusals > 0
                && StandardCharsets.UTF_8.decode(bytes.duplicate()).toString().contains(refused);
        if (!isRefused) return;
        refusals--;
        throw new IOException("No space left on device");
    }

    /** A new journal on this disk. */
    public Journal journal(Path folder, Clock clock, LongSupplier ticker) {
        return Journal.create(folder, clock, ticker, this);
    }

    /** What would be in the journal of a folder after a power cut at this moment. */
    public synchronized JournalReader afterAPowerCut(Path folder) {
        Path file = folder.resolve(Journal.FILE);
        boolean isThere = known.containsAll(List.of(file, folder, folder.getParent()));
        return JournalParser.parse(isThere ? synced.getOrDefault(file, new byte[0]) : new byte[0]);
    }

    @Override
    public FileChannel open(Path path, OpenOption... options) throws IOException {
        return new Unsynced(path, FileChannel.open(path, options));
    }

    private synchronized void sync(Path path) throws IOException {
        if (!Files.isDirectory(path)) synced.put(path, Files.readAllBytes(path));
        else
            try (var files = Files.list(path)) {
                files.forEach(known::add);
            }
    }

    private final class Unsynced extends FileChannel {
        private final Path path;
        private final FileChannel real;

        Unsynced(Path path, FileChannel real) {
            this.path = path;
            this.real = real;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
            sync(path);
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return real.read(to);
        }

        @Override
        public long read(ByteBuffer[] to, int offset, int length) throws IOException {
            return real.read(to, offset, length);
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return real.read(to, position);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            mustHaveRoom(from);
            return real.write(from);
        }

        @Override
        public long write(ByteBuffer[] from, int offset, int length) throws IOException {
            return real.write(from, offset, length);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            return real.write(from, position);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
            return real.transferTo(position, count, to);
        }

        @Override
        public long transferFrom(ReadableByteChannel from, long position, long count) throws IOException {
            return real.transferFrom(from, position, count);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException("what is written there cannot be seen");
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return real.lock(position, size, shared);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}

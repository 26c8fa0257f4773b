package dev.drillbook.journal;

import dev.drillbook.process.ProcessLock;
import dev.drillbook.runbook.Busy;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Reason;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The writer of one drill's journal. An entry is on disk (fsync) when {@link #append} returns. One thread appends; any
 * thread may read what was appended so far. A lock on a file beside it
 * keeps a second writer out: readers open the journal itself as they like.
 */
public final class Journal implements AutoCloseable {
    public static final String FILE = "journal.jsonl";
    private static final String LOCK = ".journal.lock";

    /** The drill's folder, that of all drills, and where that one is: an entry of each may be new. */
    private static final int NEW_FOLDERS = 3;

    private final ProcessLock lock;
    private final FileChannel file;
    private final Path path;
    private final Clock clock;
    private final LongSupplier ticker;
    private final int epoch;
    /** Replaced by each append: who reads it never waits for the disk. */
    private volatile List<Entry> entries;

    private volatile String lastHash;
    private boolean torn;

    private Journal(
            Path path,
            ProcessLock lock,
            FileChannel file,
            Clock clock,
            LongSupplier ticker,
            int epoch,
            JournalReader past) {
        this.path = path;
        this.lock = lock;
        this.file = file;
        this.clock = clock;
        this.ticker = ticker;
        this.epoch = epoch;
        this.entries = List.copyOf(past.entries());
        this.lastHash = past.lastHash();
    }

    /**
     * Starts the journal of a new drill.
     *
     * @param ticker nanoseconds that never jump
     * @throws DrillException when the folder has a journal already, or cannot be written
     */
    public static Journal create(Path folder, Clock clock, LongSupplier ticker) {
        return create(folder, clock, ticker, Disk.REAL);
    }

    static Journal create(Path folder, Clock clock, LongSupplier ticker, Disk disk) {
        Path path = folder.resolve(FILE);
        return withLock(path, "cannot write " + path, "free or choose another folder", lock -> {
            FileChannel file = disk.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Path at = folder.toAbsolutePath();
            for (int depth = 0; depth < NEW_FOLDERS && at != null; depth++, at = at.getParent()) disk.syncFolder(at);
            return new Journal(path, lock, file, clock, ticker, 1, JournalReader.empty());
        });
    }

    /**
     * Goes on with the journal of a drill that nobody owns, as its next writer; a torn last line is cut off.
     *
     * @throws Busy when another writer has it
     * @throws DrillException when it cannot be written
     */
    public static Journal goOn(Path folder, Clock clock, LongSupplier ticker) {
        Path path = folder.resolve(FILE);
        return withLock(path, "cannot go on with " + path, "look at its permissions", lock -> {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            JournalReader past = JournalReader.read(folder);
            file.truncate(past.length());
            file.position(past.length());
            if (past.length() > 0 && !endsLine(file, past.length())) file.write(ByteBuffer.wrap(new byte[] {'\n'}));
            return new Journal(path, lock, file, clock, ticker, past.epoch() + 1, past);
        });
    }

    private static boolean endsLine(FileChannel file, long length) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        file.read(last, length - 1);
        return last.get(0) == '\n';
    }

    private interface Opening {
        Journal open(ProcessLock lock) throws IOException;
    }

    private static Journal withLock(Path path, String trouble, String remedy, Opening opening) {
        try {
            ProcessLock lock = ProcessLock.take(path.resolveSibling(LOCK))
                    .orElseThrow(() -> new Busy(path + " is being written by a running drill; abort that one first"));
            try {
                return opening.open(lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DrillException(trouble + ": " + Reason.of(e) + "; " + remedy, e);
        }
    }

    /** @throws DrillException when it could not be made durable: then the entry is not there at all */
    public synchronized Entry append(Happening what) {
        if (torn) throw new DrillException("cannot write " + path + ": an earlier write failed half-way");
        Entry entry = new Entry(entries.size() + 1, epoch, clock.instant(), ticker.getAsLong(), what);
        String line = Chain.seal(lastHash, Lines.write(entry));
        List<Entry> grown = with(entry); // before it is written: behind it nothing may fail
        String hash = Chain.carried(line);
        write(line);
        entries = grown;
        lastHash = hash;
        notifyAll();
        return entry;
    }

    private void write(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        long before = -1;
        try {
            before = file.position();
            while (bytes.hasRemaining()) file.write(bytes);
            file.force(false);
        } catch (IOException e) {
            takeBack(before);
            throw new DrillException("cannot write " + path + ": " + Reason.of(e) + "; free some space", e);
        }
    }

    /** A line that is half there would spoil the next one. */
    private void takeBack(long length) {
        try {
            file.truncate(length);
            file.position(length);
        } catch (IOException e) {
            torn = true;
        }
    }

    private List<Entry> with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries.size() + 1);
        more.addAll(entries);
        more.add(entry);
        return Collections.unmodifiableList(more);
    }

    /** All entries so far. */
    public List<Entry> entries() {
        return entries;
    }

    /** Entries with a higher number, as soon as there is one; none when this time passed or the journal is closed. */
    public synchronized List<Entry> after(int seq, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); entries.size() <= seq && left > 0 && file.isOpen(); ) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return entries.size() <= seq ? List.of() : List.copyOf(entries.subList(seq, entries.size()));
    }

    /** The hash of the last line; it vouches for all lines before it. */
    public String lastHash() {
        return lastHash;
    }

    public Path folder() {
        return path.getParent();
    }

    @Override
    public synchronized void close() {
        notifyAll();
        try (lock;
                file) {
            // the file first: when that fails, the lock is let go of all the same
        } catch (IOException e) {
            throw new DrillException("cannot close " + path + ": " + Reason.of(e), e);
        }
    }
}

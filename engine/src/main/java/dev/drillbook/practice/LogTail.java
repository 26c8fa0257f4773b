package dev.drillbook.practice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a log file that grows. */
final class LogTail implements AutoCloseable {
    private static final int BLOCK = 8 * 1024;

    private final RandomAccessFile file;

    /** Where the next reading begins. */
    private long position;

    LogTail(Path log, int lines) throws IOException {
        file = new RandomAccessFile(log.toFile(), "r");
        position = startOfLast(lines);
    }

    static String of(Path log, int lines) throws IOException {
        try (LogTail tail = new LogTail(log, lines)) {
            return tail.text(tail.file.length());
        }
    }

    /** The whole lines that came since the last call; at the first call the log's last lines. */
    String next() throws IOException {
        return text(newline(file.length()) + 1);
    }

    private String text(long end) throws IOException {
        byte[] bytes = new byte[(int) Math.min(Math.max(0, end - position), 1 << 24)];
        file.seek(position);
        file.readFully(bytes);
        position += bytes.length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long startOfLast(int lines) throws IOException {
        long end = newline(file.length());
        for (int i = 0; i < lines && end >= 0; i++) end = newline(end);
        return end + 1;
    }

    /** The place of the last line end before this one, or -1. */
    private long newline(long before) throws IOException {
        byte[] block = new byte[BLOCK];
        while (before > 0) {
            int length = (int) Math.min(BLOCK, before);
            file.seek(before - length);
            file.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) if (block[i] == '\n') return before - length + i;
            before -= length;
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package dev.drillbook.traffic;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines and bytes from a connection, through a buffer. */
final class Input {
    /** Of one line; with the limit on headers, of a whole head. */
    private static final int MOST_IN_A_LINE = 8_192;

    /** As {@link java.io.InputStream#read(byte[], int, int)}, with the connection's own deadline. */
    interface Bytes {
        int read(byte[] into, int from, int most) throws IOException;
    }

    private final Bytes source;
    private final byte[] buffer = new byte[MOST_IN_A_LINE];
    private int next;
    private int end;

    Input(Bytes source) {
        this.source = source;
    }

    /** Whether nothing has been received that was not read. */
    boolean isDrained() {
        return next == end;
    }

    /** Without its line end. */
    String line() throws IOException {
        byte[] line = new byte[128];
        int length = 0;
        for (byte b = one(); b != '\n'; b = one()) {
            if (length == MOST_IN_A_LINE) throw new ProtocolException("a line longer than " + MOST_IN_A_LINE);
            if (length == line.length) line = Arrays.copyOf(line, 2 * length);
            line[length++] = b;
        }
        if (length > 0 && line[length - 1] == '\r') length--;
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Exactly so many. */
    byte[] bytes(int count) throws IOException {
        byte[] bytes = atMost(count);
        if (bytes.length < count) throw new EOFException("the answer ended too soon");
        return bytes;
    }

    /** Until the end, or so many. */
    byte[] atMost(int count) throws IOException {
        byte[] bytes = new byte[Math.min(count, 2 * MOST_IN_A_LINE)];
        int length = 0;
        while (length < count && (next < end || fill())) {
            int part = Math.min(end - next, count - length);
            if (length + part > bytes.length)
                bytes = Arrays.copyOf(bytes, Math.min(count, Math.max(2 * bytes.length, length + part)));
            System.arraycopy(buffer, next, bytes, length, part);
            next += part;
            length += part;
        }
        return Arrays.copyOf(bytes, length);
    }

    private byte one() throws IOException {
        if (next == end && !fill()) throw new EOFException("the answer ended too soon");
        return buffer[next++];
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, source.read(buffer, 0, buffer.length));
        return end > 0;
    }
}

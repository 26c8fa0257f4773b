package dev.drillbook.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The first and the last bytes of an output; what was between them is counted. */
final class Kept {
    private final int half;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    /** A ring: the byte number n after the head stands at n modulo its length. */
    private final byte[] tail;

    private long afterHead;

    Kept(int limit) {
        half = limit / 2;
        tail = new byte[limit - half];
    }

    synchronized void add(byte[] bytes, int length) {
        int toHead = Math.min(length, half - head.size());
        head.write(bytes, 0, toHead);
        for (int i = toHead; i < length; i++) tail[(int) (afterHead++ % tail.length)] = bytes[i];
    }

    synchronized String text() {
        byte[] first = head.toByteArray();
        byte[] last = last();
        if (afterHead <= tail.length) return utf8(join(first, last));
        int headEnd = wholeCharacters(first);
        int tailStart = firstCharacter(last);
        long cut = afterHead - last.length + (first.length - headEnd) + tailStart;
        return new String(first, 0, headEnd, StandardCharsets.UTF_8) + "\n… " + cut + " bytes cut …\n"
                + new String(last, tailStart, last.length - tailStart, StandardCharsets.UTF_8);
    }

    private byte[] last() {
        int length = (int) Math.min(afterHead, tail.length);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) last[i] = tail[(int) ((afterHead - length + i) % tail.length)];
        return last;
    }

    /** Where the last character that may be torn begins, so that a cut never halves one. */
    private static int wholeCharacters(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && continues(bytes[end - 1])) end--;
        return end > 0 && bytes[end - 1] < 0 ? end - 1 : bytes.length;
    }

    private static int firstCharacter(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && continues(bytes[start])) start++;
        return start;
    }

    /** Whether it is the second, third or fourth byte of a UTF-8 character. */
    private static boolean continues(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

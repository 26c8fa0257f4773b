package dev.drillbook.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The hash chain: each line ends with {@code ,"hash":"…"}}, the SHA-256 of its predecessor's hash (nothing for the first)
 * followed by the line as it would be without its own hash.
 */
final class Chain {
    static final String START = "";
    private static final String OPENING = ",\"hash\":\"";
    private static final int SEAL = OPENING.length() + 64 + "\"}".length();

    private Chain() {}

    static String seal(String previous, String body) {
        return body.substring(0, body.length() - 1) + OPENING + hash(previous, body.getBytes(StandardCharsets.UTF_8))
                + "\"}";
    }

    /** The hash that a line carries, or null when it carries none. */
    static String carried(String line) {
        int from = line.length() - SEAL;
        if (from < 0 || !line.startsWith(OPENING, from)) return null;
        return line.substring(from + OPENING.length(), line.length() - 2);
    }

    /** @param bytes the line as it is on disk: decoding could hide a changed byte */
    static boolean holds(String previous, byte[] bytes) {
        String carried = carried(new String(bytes, StandardCharsets.ISO_8859_1));
        return carried != null && carried.equals(of(previous, bytes));
    }

    /** The hash that a line should carry. @param bytes of a line that carries one */
    static String of(String previous, byte[] bytes) {
        return hash(previous, body(bytes));
    }

    private static byte[] body(byte[] bytes) {
        byte[] body = Arrays.copyOf(bytes, bytes.length - SEAL + 1);
        body[body.length - 1] = '}';
        return body;
    }

    private static String hash(String previous, byte[] body) {
        MessageDigest digest = sha256();
        digest.update(previous.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(body));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

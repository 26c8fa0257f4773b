package dev.drillbook.runbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A runbook's exact text and where it came from.
 *
 * @param file as it should be shown in messages
 * @param sha256 of the text's UTF-8 bytes, in lower-case hexadecimal
 */
public record Source(String file, String text, String sha256) {
    public static Source of(String file, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Source(file, text, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A text file as it is on disk now.
 *
 * @param named as it was given
 * @param kind the name whose ending says what it is: a link may lead to a file of another
 * @param real behind all symbolic links
 * @param mark a byte order mark, or nothing
 */
record TextFile(Path named, Path kind, Path real, Charset charset, String mark, String text) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Behind all symbolic links, where it is there. */
    static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    static TextFile read(Path file, Path kind) {
        try {
            Path real = file.toRealPath();
            byte[] bytes = Files.readAllBytes(real);
            Charset charset = charset(kind, bytes);
            String text = new String(bytes, charset);
            String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
            return new TextFile(file, kind, real, charset, mark, text.substring(mark.length()));
        } catch (IOException e) {
            throw new DrillException(file + " cannot be read (" + Reason.of(e) + "): check that it is there", e);
        }
    }

    /** A properties file may be of the old kind, in ISO-8859-1; new values are ASCII either way. */
    private static Charset charset(Path file, byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".properties")) return StandardCharsets.ISO_8859_1;
            throw new DrillException(file + " is not in UTF-8: convert it first", e);
        }
    }

    /** @throws java.util.ConcurrentModificationException when someone else changed it since it was read */
    void write(String newText) {
        byte[] before = bytes(text);
        try {
            new Rewrite(real, bytes(newText)).unlessChangedFrom(before);
        } catch (IOException e) {
            throw new DrillException(
                    named + " cannot be written (" + Reason.of(e) + "): check its owner and its disk", e);
        }
    }

    private byte[] bytes(String content) {
        return (mark + content).getBytes(charset);
    }
}

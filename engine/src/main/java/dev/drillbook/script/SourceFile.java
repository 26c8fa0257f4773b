package dev.drillbook.script;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Mistake;
import dev.drillbook.runbook.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A runbook's file: its id and its text. */
final class SourceFile {
    static final String ENDING = ".groovy";
    private static final long LARGEST = 1_000_000;

    private SourceFile() {}

    /** The file's name without its ending. */
    static String id(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** The exact text, a byte order mark included. @throws Invalid naming the file and why it could not be read */
    static String text(Path file) {
        if (Files.isDirectory(file)) throw new Invalid(file + " is a folder: name a runbook in it");
        if (!file.toString().endsWith(ENDING))
            throw new Invalid(file + " is no runbook: the name of one ends in " + ENDING);
        try {
            if (Files.size(file) > LARGEST) throw new Invalid(file + " is longer than a runbook can be: split it");
            return decoded(file, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new Invalid("no file " + file + ": drillbook list shows the runbooks", e);
        } catch (IOException e) {
            throw new Invalid(
                    file + " cannot be read (" + Reason.of(e) + "): make it readable for "
                            + System.getProperty("user.name"),
                    e);
        }
    }

    private static String decoded(Path file, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < rest.position(); i++) if (bytes[i] == '\n') line++;
            throw new NotText(new Mistake(file.toString(), line, 1, "not UTF-8: save the file as UTF-8"), e);
        }
    }

    /** What the compiler reads: the text without its byte order mark, lines ended by one character. */
    static String forCompiler(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n");
    }
}

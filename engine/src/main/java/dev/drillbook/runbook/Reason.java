package dev.drillbook.runbook;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something could not be read or written, in words: Java's own are often the file's name and nothing more. */
public final class Reason {
    private Reason() {}

    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) return "no permission";
        if (e instanceof NoSuchFileException) return "it does not exist";
        if (e instanceof FileAlreadyExistsException) return "it exists already";
        if (e instanceof FileSystemException failed && failed.getReason() != null) return failed.getReason();
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}

package dev.drillbook.script;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Mistake;
import dev.drillbook.runbook.Nearest;
import dev.drillbook.runbook.Reason;
import dev.drillbook.runbook.Runbook;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runbooks of one folder. */
public final class Library {
    private final Path folder;
    private final Scripts scripts;

    public Library(Path folder, Scripts scripts) {
        this.folder = folder;
        this.scripts = scripts;
    }

    /** One file of the folder: its runbook, or its mistakes. */
    public record Entry(String id, Path file, Optional<Runbook> runbook, List<Mistake> mistakes) {}

    /** Every runbook, sorted by id. @throws Invalid when there is no such folder */
    public List<Entry> entries() {
        return files().stream().map(this::entry).toList();
    }

    private Entry entry(Path file) {
        String id = SourceFile.id(file);
        try {
            Scripts.Reading reading = scripts.read(file);
            return new Entry(id, file, reading.runbook(), reading.mistakes());
        } catch (Invalid e) {
            return new Entry(id, file, Optional.empty(), List.of(unreadable(file, e)));
        }
    }

    /** With its place, where it has one. */
    private static Mistake unreadable(Path file, Invalid why) {
        return why instanceof NotText text
                ? text.mistake()
                : new Mistake(file.toString(), 1, 1, why.getMessage().replace(file + " ", ""));
    }

    /** The files of the folder, sorted by id. @throws Invalid when there is no such folder */
    public List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SourceFile.ENDING))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Invalid("no folder " + folder + " with runbooks: start Drillbook beside it", e);
        }
    }

    /** The file that a person means by an id or a path. @throws Invalid naming the nearest right id */
    public Path file(String idOrPath) {
        if (isId(idOrPath)) {
            Path file = folder.resolve(idOrPath + SourceFile.ENDING);
            if (Files.exists(file)) return file;
        } else if (Files.exists(Path.of(idOrPath))) return Path.of(idOrPath);
        List<String> ids = files().stream().map(SourceFile::id).toList();
        String id = SourceFile.id(Path.of(idOrPath));
        throw new Invalid("no runbook '" + idOrPath + "' in " + folder
                + Nearest.hint(
                        id,
                        ids,
                        ids.isEmpty() ? "write one with drillbook new" : "there is " + String.join(", ", ids)));
    }

    /** @throws Invalid when there is none, or with all of its mistakes, one a line */
    public Runbook load(String idOrPath) {
        return scripts.load(file(idOrPath));
    }

    /** All mistakes of a file, sorted by place; that it cannot be read is one. */
    public List<Mistake> lint(Path file) {
        try {
            return scripts.lint(file);
        } catch (Invalid e) {
            return List.of(unreadable(file, e));
        }
    }

    /** Writes a runbook to start from. @throws Invalid when the name cannot be an id, or is taken */
    public Path create(String id) {
        if (!isId(id) || !id.matches("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*"))
            throw new Invalid(
                    "a runbook cannot be called '" + id + "': use letters, digits and -, such as slow-checkout");
        Path file = folder.resolve(id + SourceFile.ENDING);
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, Template.of(id), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Invalid(file + " is there already: choose another name", e);
        } catch (IOException e) {
            throw new Invalid(file + " cannot be written: " + Reason.of(e) + "; look at the folder", e);
        }
    }

    /** Whether it can only name a runbook of a library's folder, and no other file. */
    public static boolean isId(String idOrPath) {
        return !idOrPath.endsWith(SourceFile.ENDING) && !idOrPath.contains("/") && !idOrPath.contains("\\");
    }
}

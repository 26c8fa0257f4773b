package dev.drillbook.settings;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Mistake;
import dev.drillbook.runbook.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * One file of settings, read and held against its schema. Rooms that bind a part of it add the mistakes that only they
 * can see; {@link #check()} tells all of them.
 */
public final class Settings {
    /** Its name, in Drillbook's folder. */
    public static final String FILE = "drillbook.yaml";

    private final Setting root;
    private final Instant written;
    private final Mistakes mistakes;

    private Settings(Setting root, Instant written, Mistakes mistakes) {
        this.root = root;
        this.written = written;
        this.mistakes = mistakes;
    }

    /** @return settings without a value in them when there is no such file @throws Invalid when it cannot be read */
    public static Settings read(Path file) {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return of(file.getFileName().toString(), Files.readString(file), written);
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(file)) // its rules are lost, which nobody would see
            throw new Invalid(file + " leads nowhere: let it lead to the settings, or take it away", e);
            return of(file.getFileName().toString(), "", Instant.EPOCH);
        } catch (IOException e) {
            throw new Invalid(
                    file + " cannot be read (" + Reason.of(e) + "): write it in UTF-8, readable for "
                            + System.getProperty("user.name"),
                    e);
        }
    }

    /** @param name of the file, for messages @param written when it was last changed */
    public static Settings of(String name, String text, Instant written) {
        Mistakes mistakes = new Mistakes(name);
        Setting root = new YamlReader(mistakes).read(text);
        if (mistakes.isEmpty() && !root.isEmpty()) new Schema().check(root, mistakes);
        return new Settings(root, written, mistakes);
    }

    /** The whole file; every setting below it tells its mistakes here. */
    public Setting root() {
        return root;
    }

    /** When the file was last changed. What was right then is no mistake because time has passed. */
    public Instant written() {
        return written;
    }

    /** All that are known by now, by line. */
    public List<Mistake> mistakes() {
        return mistakes.all();
    }

    /** @throws WrongFile with every mistake, if there is any */
    public void check() {
        if (!mistakes.isEmpty()) throw new WrongFile(mistakes.all());
    }
}

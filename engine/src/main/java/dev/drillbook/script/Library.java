package dev.drillbook.script;

import dev.drillbook.runbook.Runbook;
import java.nio.file.Path;
import java.util.List;

public final class Library {
    private final Path folder;

    public Library(Path folder) {
        this.folder = folder;
    }

    public Runbook find(String ref) {
        return new Scripts().load(ref.endsWith(".groovy") ? Path.of(ref) : folder.resolve(ref + ".groovy"));
    }

    public List<Listed> list() {
        return List.of();
    }

    public record Listed(String id) {
        public String inWords() {
            return id;
        }
    }
}

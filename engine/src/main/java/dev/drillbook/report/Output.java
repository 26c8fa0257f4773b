package dev.drillbook.report;

import dev.drillbook.report.Postmortem.Written;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A folder of documents: each is whole or not there, and one that fails does not stop the next. */
final class Output {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private DrillException failed;

    Output(Path folder) {
        this.folder = folder;
    }

    /** What makes a document. */
    interface Making {
        byte[] bytes(List<String> warnings);
    }

    void write(String name, Making making) {
        try {
            files.add(move(name, making.bytes(warnings)));
        } catch (DrillException e) {
            if (failed == null) failed = e;
            else failed.addSuppressed(e);
        }
    }

    private Path move(String name, byte[] bytes) {
        Path file = folder.resolve(name);
        Path half = folder.resolve("." + name + ".half");
        try {
            Files.createDirectories(folder);
            try {
                Files.write(half, bytes);
                return Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new DrillException(
                    "cannot write " + file + ": " + e + "; make room or correct its permissions, then render it again",
                    e);
        }
    }

    /** @throws DrillException the first failure, once every other document was written */
    Written written() {
        if (failed != null) throw failed;
        return new Written(List.copyOf(files), List.copyOf(warnings));
    }
}

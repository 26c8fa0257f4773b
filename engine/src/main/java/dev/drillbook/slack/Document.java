package dev.drillbook.slack;

import java.nio.file.Path;

/** A file to be shown. @param title by which it is found again @param alt for those who cannot see it, or empty */
record Document(Path file, String title, String alt) {
    String name() {
        return file.getFileName().toString();
    }
}

package dev.drillbook.practice;

import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** The temporary folder in which one stack keeps its data, logs and configuration files. */
record Folder(Path path) {
    private static final String PREFIX = "drillbook-practice-";

    /** A new one. Owned by root, others may pass through it: PostgreSQL then runs as an ordinary user. */
    static Folder create() {
        try {
            Path path = Files.createTempDirectory(PREFIX);
            if (User.current().isRoot())
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
            Files.createDirectory(path.resolve("logs"));
            return new Folder(path.toRealPath());
        } catch (IOException e) {
            throw new DrillException(
                    "no temporary folder for the practice environment: " + e.getMessage() + "; make room there", e);
        }
    }

    Path log(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    Path cacheConfig(String shop) {
        return path.resolve(shop).resolve("cache.properties");
    }

    /** Writes a part's settings, as they are kept beside this class, for others to read whatever the umask. */
    Path write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Resource.text(file.getFileName().toString()));
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new DrillException("could not write " + file + ": " + e + "; make room there", e);
        }
    }

    Path database() {
        return path.resolve("postgresql");
    }

    /** Removes it with all that is in it. A part that is just dying may still write here, hence the patience. */
    void delete() {
        if (!path.getFileName().toString().startsWith(PREFIX))
            throw new DrillException(path + " is no folder of the practice environment and was left alone;"
                    + " remove .drillbook/practice.json, which names it");
        if (!Wait.until(this::isDeleted, Duration.ofSeconds(5)))
            throw new DrillException("could not remove all of " + path + "; remove it");
    }

    private boolean isDeleted() {
        try {
            deleteTree(path);
            return true;
        } catch (IOException stillInUse) {
            return false;
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies a tree with modes and, for root, owners. */
    static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

package dev.drillbook.practice;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL and Redis for this machine, unpacked once from the jars that bring them. */
record Programs(Cache cache) {
    private static final String REDIS = "redis-server-7.0.15-linux-";

    /** The folder with {@code bin}, {@code lib} and {@code share}. */
    Path postgres() {
        Resource archive = Resource.atRoot("postgres-linux-" + (isArm() ? "arm_64" : "x86_64") + ".txz");
        return cache.folder(archive.jar(), folder -> {
            try (var in = new BufferedInputStream(archive.url().openStream());
                    var tar = new TarArchiveInputStream(new XZInputStream(in))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                    unpack(tar, entry, folder);
            }
        });
    }

    /** The program itself. */
    Path redis() {
        String name = REDIS + (isArm() ? "arm64" : "amd64");
        Resource program = Resource.atRoot(name);
        return cache.folder(name, folder -> {
                    Path file = folder.resolve("redis-server");
                    try (InputStream in = program.url().openStream()) {
                        Files.copy(in, file);
                    }
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                })
                .resolve("redis-server");
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) throw new IOException(entry.getName() + " would be unpacked outside");
        if (entry.isDirectory()) {
            directory(file);
            return;
        }
        directory(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Open to all, whatever the umask. */
    private static void directory(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        directory(folder.getParent());
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean isArm() {
        return System.getProperty("os.arch").equals("aarch64");
    }
}

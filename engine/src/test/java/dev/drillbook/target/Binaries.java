package dev.drillbook.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The servers' programs, unpacked once in a JVM from the artifacts on the class path. */
final class Binaries {
    private static final Path FOLDER = Servers.folder("binaries");
    private static Path postgres;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Servers.delete(FOLDER)));
    }

    static synchronized Path redis() {
        Path binary = FOLDER.resolve("redis-server");
        if (Files.exists(binary)) return binary;
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        try (InputStream packed = open("/redis-server-7.0.15-linux-" + arch)) {
            Files.copy(packed, binary);
            Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
            return binary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized Path postgres() {
        if (postgres != null) return postgres;
        Path into = FOLDER.resolve("postgres");
        try (InputStream packed = open("/postgres-linux-x86_64.txz");
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                unpack(entry, tar, into.resolve(entry.getName()).normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres = into;
        return into;
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, to, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0)
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static InputStream open(String resource) {
        InputStream stream = Binaries.class.getResourceAsStream(resource);
        if (stream == null) throw new AssertionError(resource + " is not on the class path");
        return stream;
    }
}

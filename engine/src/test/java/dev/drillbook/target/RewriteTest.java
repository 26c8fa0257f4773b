package dev.drillbook.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drillbook.process.Command;
import dev.drillbook.process.Finished;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Undo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is besides its content stays as it was. */
class RewriteTest {
    @TempDir
    Path folder;

    @Test
    void a_symbolic_link_stays_one_and_its_target_changes() throws Exception {
        Path real = file("real.json", "{\"a\": 1}");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("real.json"));
        ConfigFile.at(link.toString()).set(Map.of("a", 2)).apply(Given.NOTHING);
        assertThat(link).isSymbolicLink();
        assertThat(real).isRegularFile().hasContent("{\"a\": 2}");
    }

    @Test
    void a_file_of_several_names_keeps_them() throws Exception {
        Path file = file("shop.json", "{\"a\": 1}");
        Path other = Files.createLink(folder.resolve("other.json"), file);
        ConfigFile.at(file.toString()).set(Map.of("a", 2)).apply(Given.NOTHING);
        assertThat(other).hasContent("{\"a\": 2}");
    }

    @Test
    void mode_owner_and_extended_attributes_stay() throws Exception {
        Path file = file("shop.json", "{\"a\": 1}");
        Files.setAttribute(file, "unix:mode", 0640 | 02000);
        boolean root = (Integer) Files.getAttribute(folder, "unix:uid") == 0;
        if (root) Command.of("chown", "65534:12", file.toString()).run();
        Files.setAttribute(file, "unix:mode", 0640 | 02000);
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (view != null) view.write("origin", ByteBuffer.wrap("deploy".getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> before = Files.readAttributes(file, "unix:mode,uid,gid");
        Object inode = Files.getAttribute(file, "unix:ino");

        ConfigFile.at(file.toString()).set(Map.of("a", 2)).apply(Given.NOTHING);

        assertThat(Files.readAttributes(file, "unix:mode,uid,gid")).isEqualTo(before);
        assertThat(Files.getAttribute(file, "unix:ino"))
                .as("replaced as a whole")
                .isNotEqualTo(inode);
        if (view != null) assertThat(view.list()).contains("origin");
        assertThat(left()).containsExactly("shop.json");
    }

    @Test
    void whoever_may_read_it_by_an_access_list_still_may() throws Exception {
        Path file = file("shop.json", "{\"a\": 1}");
        assumeTrue(
                accessList("setfacl", "-m", "u:65534:r--", file.toString()).isPresent(),
                "access lists are not set here");
        Optional<String> before = accessList("getfacl", "-cnp", file.toString());
        assertThat(before.orElseThrow()).contains("user:65534:r--");
        ConfigFile.at(file.toString()).set(Map.of("a", 2)).apply(Given.NOTHING);
        assertThat(accessList("getfacl", "-cnp", file.toString())).isEqualTo(before);
        assertThat(file).hasContent("{\"a\": 2}");
    }

    /** What the command says; empty where there is none, or it fails. */
    private static Optional<String> accessList(String... command) throws InterruptedException {
        try {
            return Optional.of(Command.of(command).run())
                    .filter(Finished::succeeded)
                    .map(Finished::output);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Many services read a file again when its time is another. */
    @Test
    void its_time_tells_that_it_was_changed() throws Exception {
        Path file = file("shop.json", "{\"a\": 1}");
        FileTime old = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, old);
        ConfigFile.at(file.toString()).set(Map.of("a", 2)).apply(Given.NOTHING);
        assertThat(Files.getLastModifiedTime(file)).isGreaterThan(old);
    }

    @Test
    void where_the_folder_is_not_writable_the_content_is_overwritten_in_place() throws Exception {
        Path file = file("shop.json", "{\"a\": 100}");
        Object inode = Files.getAttribute(file, "unix:ino");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeTrue(!Files.isWritable(folder), "root writes everywhere");
            ConfigFile.at(file.toString()).set(Map.of("a", 2)).apply(Given.NOTHING);
            assertThat(file).hasContent("{\"a\": 2}");
            assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(inode);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_mount_point_is_overwritten_in_place() throws Exception {
        Path file = file("shop.json", "{\"a\": 100}");
        Path mounted = Files.createFile(folder.resolve("mounted.json"));
        boolean isMounted = Command.of("mount", "--bind", file.toString(), mounted.toString())
                .run()
                .succeeded();
        assumeTrue(isMounted, "only root can mount");
        try {
            ConfigFile.at(mounted.toString()).set(Map.of("a", 2)).apply(Given.NOTHING);
            assertThat(file).hasContent("{\"a\": 2}");
        } finally {
            Command.of("umount", mounted.toString()).run();
        }
    }

    @Test
    void on_a_full_disk_the_undo_overwrites_the_content_in_place() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder)) {
            Path file = disk.file("shop.json", "{\"a\": 100}");
            Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", 2));
            Undo undo = fault.undo(Given.NOTHING);
            fault.apply(Given.NOTHING);
            disk.fill();
            assertThat(undo.pay(Given.NOTHING)).isInstanceOf(Payment.PutBack.class);
            assertThat(file).hasContent("{\"a\": 100}");
            assertThat(disk.left()).containsExactlyInAnyOrder("shop.json", "filler");
        }
    }

    @Test
    void on_a_full_disk_that_has_no_room_for_more_content_the_file_is_as_it_was() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder)) {
            Path file = disk.file("shop.json", "{\"a\": 1, \"b\": 2}");
            Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", "x".repeat(100_000)));
            disk.fill();
            assertThatThrownBy(() -> fault.apply(Given.NOTHING))
                    .isInstanceOf(DrillException.class)
                    .hasMessageContaining(file + " cannot be written (No space left on device)");
            assertThat(Files.readString(file)).isEqualTo("{\"a\": 1, \"b\": 2}");
            assertThat(disk.left()).containsExactlyInAnyOrder("shop.json", "filler");
        }
    }

    /** Of which only root may have one. */
    private record SmallDisk(Path folder) implements AutoCloseable {
        SmallDisk {
            Command mount = Command.of("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString());
            assumeTrue(succeeds(mount), "only root can mount");
        }

        Path file(String name, String content) throws IOException {
            return Files.writeString(folder.resolve(name), content);
        }

        void fill() {
            succeeds(Command.of("dd", "if=/dev/zero", "of=" + folder.resolve("filler"), "bs=4k"));
            assertThat(folder.toFile().getUsableSpace()).isZero();
        }

        List<String> left() throws IOException {
            return names(folder);
        }

        @Override
        public void close() {
            succeeds(Command.of("umount", folder.toString()));
        }

        private static boolean succeeds(Command command) {
            try {
                return command.run().succeeded();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void what_a_crash_left_behind_is_gone_after_the_undo() throws Exception {
        Path file = file("shop.properties", "a=1\n");
        Files.writeString(folder.resolve(".shop.properties.drillbook"), "a=");
        ConfigFile.at(file.toString()).set(Map.of("a", 2)).apply(Given.NOTHING);
        assertThat(left()).containsExactly("shop.properties");
    }

    @Test
    void what_someone_writes_in_the_same_moment_is_not_lost() throws Exception {
        Path file = file("shop.properties", "a=1\nb=2\n");
        TextFile read = TextFile.read(file, file);
        Files.writeString(file, "a=1\nb=3\n");
        assertThatThrownBy(() -> read.write("a=9\nb=2\n"))
                .isInstanceOf(java.util.ConcurrentModificationException.class);
        assertThat(file).hasContent("a=1\nb=3\n");
        assertThat(left()).containsExactly("shop.properties");
    }

    @Test
    void what_two_threads_change_in_one_file_is_both_there() throws Exception {
        Path file = file("shop.properties", "a=0\nb=0\n");
        for (int round = 1; round <= 50; round++) {
            Map<String, Object> one = Map.of("a", round);
            Map<String, Object> other = Map.of("b", round);
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> apply(file, one)),
                            CompletableFuture.runAsync(() -> apply(file, other)))
                    .get();
            assertThat(file).hasContent("a=" + round + "\nb=" + round + "\n");
        }
    }

    private static void apply(Path file, Map<String, Object> keys) {
        ConfigFile.at(file.toString()).set(keys).apply(Given.NOTHING);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<String> left() throws IOException {
        return names(folder);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}

package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.drillbook.Drillbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a drill's record cannot be written, nothing is broken; where it cannot be any more, nothing else is. */
@Tag("drills")
class NoRoomForTheRecordTest {
    @TempDir
    private Path home;

    private Drillbook drillbook;
    private Practice practice;

    @BeforeEach
    void open() throws IOException {
        drillbook = Drillbook.in(home);
        Files.createDirectory(drillbook.reports());
        practice = new Practice(drillbook);
    }

    @AfterEach
    void down() throws Exception {
        practice.down();
        run("umount", drillbook.reports().toString());
    }

    private void onADiskOf(String size) throws Exception {
        int mounted = run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + size,
                "tmpfs",
                drillbook.reports().toString());
        assumeThat(mounted).as("only root may mount a small disk").isZero();
    }

    @Test
    void on_a_disk_that_fills_up_meanwhile_nothing_more_is_broken_and_what_was_is_put_back() throws Exception {
        onADiskOf("12m");
        Path second = home.resolve("second");
        try (SmallService service = new SmallService(home)
                .breaking(
                        "1.minutes",
                        "at 0.seconds  apply ConfigFile.at(config).set(mode: 'bad')",
                        // a line that the rest of the journal's last page cannot hold
                        "at 12.seconds apply Shell.run('touch', '%1$s').undoneBy('rm', '%1$s', '%2$s')"
                                .formatted(second, "x".repeat(9000)))) {
            Drillbook.Running drill = service.starts();
            Path reports = drillbook.reports();
            Waiting.until(
                    "it is broken",
                    Duration.ofMinutes(1),
                    () -> service.drills() > 0 && Journals.has(Journals.only(reports), "applied"));
            run("dd", "if=/dev/zero", "of=" + reports.resolve("filler"), "bs=64k");
            assertThat(reports.toFile().getUsableSpace()).isZero();

            Drillbook.Ended ended = drill.ended(Duration.ofMinutes(1));
            assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(1);
            assertThat(service.isGood()).isTrue();
            assertThat(second).doesNotExist();
            Path folder = Journals.only(reports);
            assertThat(Journals.entries(folder, "owed")).hasSize(1);
            assertThat(Journals.entries(folder, "paid")).hasSize(1);
            assertThat(Journals.entries(folder, "aborted").toString()).contains("free some space");
            assertThat(Journals.has(folder, "closed")).isTrue();
        }
    }

    @Test
    void on_a_full_disk() throws Exception {
        onADiskOf("1m");
        practice.up();
        Drillbook.Ended ended = drillbook.run("run", "yesterdays-prices");
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(3);
        assertThat(ended.err()).contains("no room in").contains("free some space");
        nothingWasBroken();
    }

    @Test
    void in_a_folder_that_may_only_be_read() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root can drop a power")
                .isEqualTo("root");
        practice.up();
        Files.setPosixFilePermissions(drillbook.reports(), PosixFilePermissions.fromString("r-xr-xr-x"));
        // without the power to write where nobody may, root is as an ordinary user there
        Drillbook.Ended ended = drillbook
                .start(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"), "run", "yesterdays-prices")
                .ended(Duration.ofMinutes(2));
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(3);
        assertThat(ended.err()).contains("cannot write to").contains("no permission");
    }

    private void nothingWasBroken() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.filter(file -> file.getFileName().toString().equals("journal.jsonl"))
                            .filter(file -> Journals.has(file.getParent(), "owed")))
                    .isEmpty();
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}

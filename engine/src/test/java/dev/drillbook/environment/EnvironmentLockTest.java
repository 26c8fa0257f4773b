package dev.drillbook.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Busy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentLockTest {
    @TempDir
    private Path folder;

    /** Another process, which says whether it could take the lock. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) {
            try {
                EnvironmentLock.take(Path.of(arguments[0]), "practice");
                System.exit(0);
            } catch (Busy e) {
                System.exit(3);
            }
        }
    }

    @Test
    void another_process_is_kept_out_also_after_this_one_asked_again() throws Exception {
        try (EnvironmentLock lock = EnvironmentLock.take(folder, "practice")) {
            assertThatThrownBy(() -> EnvironmentLock.take(folder, "practice")).isInstanceOf(Busy.class);
            assertThat(lock).isNotNull();
            assertThat(otherProcess()).isEqualTo(3);
        }
        assertThat(otherProcess()).isZero();
    }

    @Test
    void it_can_be_taken_again_once_it_is_let_go_of() {
        EnvironmentLock.take(folder, "practice").close();
        EnvironmentLock.take(folder, "practice").close();
    }

    private int otherProcess() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Other.class.getName(),
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}

package dev.drillbook.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class IdentityTest {
    @Test
    void a_process_is_who_it_was_while_it_lives() throws IOException {
        Process process = new ProcessBuilder("sleep", "60").start();
        Identity identity = Identity.of(process.pid());
        try {
            assertThat(identity).isEqualTo(Identity.of(process.pid()));
            assertThat(identity.process()).contains(process.toHandle());
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void another_one_that_has_its_pid_is_not_it() {
        Identity self = Identity.ofThisProcess();
        assertThat(self.isAlive()).isTrue();
        assertThat(new Identity(self.pid(), self.started().minusSeconds(3)).isAlive())
                .isFalse();
    }

    /** A machine's clock is set soon after its boot, when the first services run already. */
    @EnabledOnOs(OS.LINUX)
    @Test
    void the_wall_clock_has_no_part_in_it() {
        assertThat(Identity.ofThisProcess().started()).isBefore(Instant.now().minusSeconds(365L * 24 * 3600));
    }
}

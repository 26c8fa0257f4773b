package dev.drillbook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quartz itself, in real seconds. */
class QuartzAlarmTest {
    private static final Duration SOON = Duration.ofMillis(700);

    @TempDir
    private Path folder;

    private final BlockingQueue<Due> rung = new LinkedBlockingQueue<>();
    private Database database;
    private QuartzAlarm alarm;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        alarm = new QuartzAlarm(database.source());
        alarm.start(rung::add);
    }

    @AfterEach
    void close() {
        alarm.close();
        database.close();
    }

    @Test
    void it_rings_once_at_its_time() throws InterruptedException {
        Instant at = Instant.now().plus(SOON);
        alarm.set(due("weekly"), at);
        assertThat(rung.poll(1, TimeUnit.MINUTES)).isEqualTo(due("weekly"));
        assertThat(Instant.now()).isAfterOrEqualTo(at.minusMillis(20));
        assertThat(rung.poll(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void one_that_is_over_rings_at_once() throws InterruptedException {
        alarm.set(due("weekly"), Instant.now().minus(Duration.ofDays(400)));
        assertThat(rung.poll(1, TimeUnit.MINUTES)).isEqualTo(due("weekly"));
    }

    @Test
    void one_set_again_rings_at_the_later_time_only() throws InterruptedException {
        alarm.set(due("weekly"), Instant.now().plus(Duration.ofDays(1)));
        alarm.set(due("weekly"), Instant.now().plus(SOON));
        assertThat(rung.poll(1, TimeUnit.MINUTES)).isEqualTo(due("weekly"));
        assertThat(rung.poll(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void a_cancelled_one_is_silent() throws InterruptedException {
        Instant soon = Instant.now().plusSeconds(10);
        alarm.set(due("weekly"), soon);
        alarm.cancel(due("weekly"));
        alarm.set(due("other"), soon.plusMillis(500));
        assertThat(rung.poll(1, TimeUnit.MINUTES)).isEqualTo(due("other"));
    }

    @Test
    void it_rings_after_a_restart() throws InterruptedException {
        alarm.set(due("weekly"), Instant.now().plusSeconds(2));
        alarm.close();
        database.close();
        open();
        assertThat(rung.poll(1, TimeUnit.MINUTES)).isEqualTo(due("weekly"));
    }

    private static Due due(String schedule) {
        return new Due(schedule, Instant.parse("2027-01-05T09:00:00Z"), Due.Kind.START);
    }
}

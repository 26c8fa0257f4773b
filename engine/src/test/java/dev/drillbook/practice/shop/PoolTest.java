package dev.drillbook.practice.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PoolTest {
    private final List<Plug> opened = new ArrayList<>();
    private final Pool<Plug> pool = new Pool<>("cache", 1, Duration.ofMillis(1), this::open);

    @Test
    void when_all_are_in_use_there_is_none_and_the_pool_says_so() throws Exception {
        var lease = pool.borrow().orElseThrow();
        assertThat(pool.borrow()).isEmpty();
        assertThat(pool.exhausted()).isEqualTo("no cache connection (1 of 1 in use, 0 wait, 1 ms at most)");
        assertThat(pool.refused()).isEqualTo(1);
        lease.close();
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void who_finds_the_line_full_is_turned_away_at_once() throws Exception {
        var patient = new Pool<Plug>("database", 1, Duration.ofMinutes(1), this::open);
        var lease = patient.borrow().orElseThrow();
        var second = CompletableFuture.supplyAsync(() -> borrow(patient));
        while (patient.waiting() == 0) Thread.onSpinWait();
        assertThat(patient.borrow(1)).isEmpty();
        lease.close();
        second.join().close();
        patient.borrow().orElseThrow().close();
        assertThat(patient.refused()).isEqualTo(1);
    }

    private static Pool<Plug>.Lease borrow(Pool<Plug> pool) {
        try {
            return pool.borrow().orElseThrow();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_connection_that_came_back_is_lent_again() throws Exception {
        pool.borrow().orElseThrow().close();
        pool.borrow().orElseThrow().close();
        assertThat(opened).hasSize(1);
    }

    @Test
    void a_broken_connection_is_closed_and_replaced() throws Exception {
        try (var lease = pool.borrow().orElseThrow()) {
            lease.broken();
        }
        assertThat(opened.get(0).closed).isTrue();
        pool.borrow().orElseThrow().close();
        assertThat(opened).hasSize(2);
    }

    @Test
    void a_pool_that_is_closed_drains_and_does_not_break_who_borrowed() throws Exception {
        var lease = pool.borrow().orElseThrow();
        pool.close();
        assertThat(lease.connection().closed).isFalse();
        lease.close();
        assertThat(lease.connection().closed).isTrue();
    }

    @Test
    void who_still_holds_a_closed_pool_gets_a_connection_that_is_not_kept() throws Exception {
        pool.close();
        var late = pool.borrow().orElseThrow();
        late.close();
        assertThat(late.connection().closed).isTrue();
    }

    @Test
    void a_connection_that_cannot_be_opened_frees_its_place() throws Exception {
        var failing = new Pool<Plug>("cache", 1, Duration.ofMillis(1), () -> {
            throw new IOException("refused");
        });
        for (int i = 0; i < 3; i++)
            assertThatThrownBy(failing::borrow).isInstanceOf(IOException.class).hasMessage("refused");
    }

    private Plug open() {
        var plug = new Plug();
        opened.add(plug);
        return plug;
    }

    private static final class Plug implements AutoCloseable {
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }
}

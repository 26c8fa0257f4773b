package dev.drillbook.practice.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.practice.part.Eventually;
import dev.drillbook.practice.shop.PageBuilder.Unavailable;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private final OneAtATime missing = new OneAtATime();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void pages_that_miss_the_same_product_share_one_read_and_the_next_page_reads_again() throws Exception {
        var slow = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        var answers = new ArrayList<CompletableFuture<Product>>();
        for (int i = 0; i < 5; i++) {
            var answer = new CompletableFuture<Product>();
            answers.add(answer);
            threads.add(start(() -> answer.complete(missing.product(42, () -> read(slow)))));
        }
        Eventually.see("all wait", () -> threads.stream().allMatch(it -> it.getState() == Thread.State.WAITING));
        slow.countDown();
        for (var answer : answers) assertThat(answer.get().cents()).isEqualTo(1);
        assertThat(missing.product(42, () -> read(slow)).cents()).isEqualTo(2);
    }

    @Test
    void a_read_that_fails_is_not_kept() throws Exception {
        assertThatThrownBy(() -> missing.product(42, () -> {
                    throw new Unavailable("no database");
                }))
                .isInstanceOf(Unavailable.class)
                .hasMessage("no database");
        assertThat(missing.product(42, () -> read(new CountDownLatch(0))).cents())
                .isEqualTo(1);
    }

    private Product read(CountDownLatch slow) {
        try {
            slow.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        return new Product(42, reads.incrementAndGet(), "4.3", "", "Teapot");
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Thread start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        thread.start();
        return thread;
    }
}

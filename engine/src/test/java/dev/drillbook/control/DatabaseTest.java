package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    private Path folder;

    private Database database;
    private Notices notices;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        notices = new Notices(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> told() {
        return notices.after(0).stream().map(Notices.Notice::text).toList();
    }

    @Test
    void changes_that_belong_together_are_all_made() {
        String result = database.together(() -> {
            notices.tell("start", "one");
            notices.tell("start", "two");
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(told()).containsExactly("one", "two");
    }

    @Test
    void none_of_them_is_made_when_one_fails() {
        assertThatThrownBy(() -> database.together(() -> {
                    notices.tell("start", "one");
                    throw new IllegalStateException("on the way to two");
                }))
                .hasMessage("on the way to two");
        assertThat(told()).isEmpty();
        notices.tell("start", "three");
        assertThat(told()).containsExactly("three");
    }

    @Test
    void whoever_follows_by_number_sees_none_late() throws InterruptedException {
        CountDownLatch isIn = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread slow = new Thread(() -> database.together(() -> {
            notices.tell("start", "first");
            isIn.countDown();
            return await(mayEnd);
        }));
        slow.start();
        isIn.await();
        Thread second = new Thread(() -> notices.tell("start", "second"));
        second.start();
        while (second.getState() != Thread.State.WAITING && second.isAlive()) Thread.onSpinWait();
        assertThat(told()).as("not before the first").isEmpty();
        mayEnd.countDown();
        slow.join();
        second.join();
        assertThat(told()).containsExactly("first", "second");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.drillbook.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import dev.drillbook.target.ConfigFile;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.StaysOwed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaybackTest {
    private static final World WORLD = BoundWorld.unmeasured(Map.of());

    @TempDir
    private Path folder;

    private final List<Happening> told = new ArrayList<>();
    private Verdict steady = new Verdict.Holds("all well");

    @Test
    void one_that_fails_does_not_stop_the_others_and_stays_owed() throws IOException {
        Owed first = broken("first.properties", 1);
        Owed second = broken("second.properties", 2);
        Files.delete(folder.resolve("second.properties"));

        List<Owed> unpaid = payback().pay(List.of(second, first));

        assertThat(unpaid).containsExactly(second);
        assertThat(folder.resolve("first.properties")).hasContent("mode=good");
        assertThat(told).hasSize(2).last().isInstanceOf(StaysOwed.class);
    }

    @Test
    void one_whose_service_is_back_in_a_moment_is_paid_after_the_others() throws IOException {
        Owed file = broken("first.properties", 1);
        Owed restarting = new Owed(2, "mode", new Restarting(2), "set mode");

        assertThat(payback().pay(List.of(restarting, file))).isEmpty();

        assertThat(told).extracting(paid -> ((Paid) paid).number()).containsExactly(1, 2);
    }

    /** The earlier fault's undo comes before its turn, and sees what the later one had set. */
    @Test
    void an_earlier_fault_on_the_same_key_is_put_back_though_the_later_ones_undo_failed_at_first() throws IOException {
        Path file = Files.writeString(folder.resolve("pool.properties"), "pool=16\n");
        Owed first = applied(1, file, Map.of("pool", 4));
        Owed second = applied(2, file, Map.of("pool", 1));
        Undo busy = new Restarting(1) {
            @Override
            public Payment pay(World world) {
                super.pay(world);
                return second.undo().pay(world);
            }
        };

        assertThat(payback().pay(List.of(new Owed(2, "pool", busy, "set pool"), first)))
                .isEmpty();

        assertThat(file).hasContent("pool=16");
        assertThat(told).allMatch(paid -> ((Paid) paid).payment() instanceof Payment.PutBack);
    }

    /** It may be the later fault's value that is left alone, and nobody's own. */
    @Test
    void what_was_left_alone_stays_owed_while_a_later_fault_is_still_there() throws IOException {
        Path file = Files.writeString(folder.resolve("pool.properties"), "pool=16\n");
        Owed first = applied(1, file, Map.of("pool", 4));
        applied(2, file, Map.of("pool", 1));
        Owed later = new Owed(2, "pool", new Restarting(99), "set pool");

        assertThat(payback().pay(List.of(later, first))).containsExactly(later, first);

        assertThat(told).allMatch(what -> what instanceof StaysOwed);
        assertThat(((StaysOwed) told.get(1)).why()).endsWith("and a later fault is still there");
    }

    @Test
    void what_is_right_after_a_try_that_failed_may_be_its_doing() {
        Undo late = new Restarting(1) {
            @Override
            public Payment pay(World world) {
                super.pay(world);
                return new Payment.AlreadyRight("it runs");
            }
        };

        payback().pay(List.of(new Owed(1, "mode", late, "set mode")));

        assertThat(told)
                .singleElement()
                .extracting(paid -> ((Paid) paid).payment())
                .isEqualTo(new Payment.AlreadyRight("it runs", true));
    }

    @Test
    void one_that_says_that_it_put_back_what_is_still_there_stays_owed() {
        Undo boaster = new Restarting(0) {
            @Override
            public Verdict gone(World world) {
                return new Verdict.Broken("mode is bad");
            }
        };
        Owed owed = new Owed(1, "mode", boaster, "set mode");

        assertThat(payback().pay(List.of(owed))).containsExactly(owed);

        assertThat(told).containsExactly(new StaysOwed(1, "put back: mode, but the fault is broken: mode is bad"));
    }

    @Test
    void each_may_take_the_time_that_it_says() {
        Undo slow = new Restarting(0) {
            @Override
            public Payment pay(World world) {
                LockSupport.parkNanos(Duration.ofMinutes(1).toNanos()); // until it is interrupted
                return super.pay(world);
            }

            @Override
            public Duration patience() {
                return Duration.ofMillis(100);
            }
        };
        assertThat(payback().pay(List.of(new Owed(1, "mode", slow, "set mode"))))
                .hasSize(1);
        assertThat(((StaysOwed) told.get(0)).why()).startsWith("no answer within");
    }

    /** What cannot be paid so many times, and then can. */
    @Test
    void what_a_fault_leaves_behind_stays_owed_for_as_long_as_the_fault_is_there() throws IOException {
        Owed weed = new Owed(1, "weed", new Weed(0), "pull it out");
        Owed another = new Owed(2, "another weed", new Weed(0), "pull it out");
        Owed fault = broken("first.properties", 3);
        Owed apart = broken("second.properties", 5);
        Owed aparts = new Owed(4, "its weed", new Weed(0), "pull it out");
        Files.delete(folder.resolve("first.properties"));

        List<Owed> unpaid = payback().pay(List.of(apart, aparts, fault, another, weed));

        assertThat(unpaid).containsExactlyInAnyOrder(fault, another, weed);
    }

    @Test
    void what_an_untried_fault_leaves_behind_stays_owed_too() throws IOException {
        Owed weed = new Owed(1, "weed", new Weed(0), "pull it out");

        assertThat(payback().pay(List.of(weed), List.of(broken("first.properties", 2))))
                .containsExactly(weed);
    }

    @Test
    void what_was_left_behind_beside_what_is_untried_is_paid_where_its_fault_is() throws IOException {
        Owed weed = new Owed(1, "weed", new Weed(0), "pull it out");
        Owed changed = new Owed(2, "another weed", new Weed(0), "pull it out");

        assertThat(payback().pay(List.of(broken("first.properties", 3), weed), List.of(changed)))
                .isEmpty();
    }

    private static class Restarting implements Undo {
        private int times;

        Restarting(int times) {
            this.times = times;
        }

        @Override
        public String asTyped(World world) {
            return "set mode";
        }

        @Override
        public Payment pay(World world) {
            if (times-- > 0) throw new DrillException("nobody listens");
            return new Payment.PutBack("mode");
        }

        @Override
        public Verdict gone(World world) {
            return new Verdict.Holds("mode is right");
        }
    }

    @Test
    void they_are_paid_in_the_order_given_and_verified() throws IOException {
        Owed first = broken("first.properties", 1);
        Owed second = broken("second.properties", 2);

        payback().pay(List.of(second, first));

        assertThat(told).extracting(paid -> ((Paid) paid).number()).containsExactly(2, 1);
        assertThat(told).allMatch(paid -> ((Paid) paid).gone().holds());
    }

    @Test
    void a_third_value_counts_as_paid_while_the_steady_state_holds() throws IOException {
        Owed owed = broken("first.properties", 1);
        Files.writeString(folder.resolve("first.properties"), "mode=third\n");
        assertThat(payback().pay(List.of(owed))).isEmpty();
        assertThat(folder.resolve("first.properties")).hasContent("mode=third");
    }

    @Test
    void a_third_value_stays_owed_while_the_steady_state_does_not_hold() throws IOException {
        Owed owed = broken("first.properties", 1);
        Files.writeString(folder.resolve("first.properties"), "mode=third\n");
        steady = new Verdict.Broken("12 % fail");
        assertThat(payback().pay(List.of(owed))).containsExactly(owed);
        assertThat(told)
                .singleElement()
                .extracting(stays -> ((StaysOwed) stays).why())
                .asString()
                .contains("mode=third", "the steady state is broken: 12 % fail");
    }

    @Test
    void what_cannot_be_recorded_is_paid_all_the_same() throws IOException {
        Owed first = broken("first.properties", 1);
        Owed second = broken("second.properties", 2);
        Payback diskIsFull = new Payback(
                WORLD,
                what -> {
                    throw new DrillException("disk is full");
                },
                () -> new Verdict.Holds("all well"));

        diskIsFull.pay(List.of(second, first));

        assertThat(folder.resolve("first.properties")).hasContent("mode=good");
        assertThat(folder.resolve("second.properties")).hasContent("mode=good");
    }

    @Test
    void an_interrupt_does_not_leave_anything_unpaid() throws IOException {
        Owed owed = broken("first.properties", 1);
        Thread.currentThread().interrupt();
        List<Owed> unpaid = payback().pay(List.of(owed));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(unpaid).isEmpty();
    }

    @Test
    void what_comes_back_while_a_service_has_not_seen_the_repair_is_removed_again_before_it_counts_as_paid() {
        Weed weed = new Weed(3);
        assertThat(payback().pay(List.of(new Owed(1, "weed", weed, "pull it out"))))
                .isEmpty();
        assertThat(weed.isThere).isFalse();
        assertThat(told)
                .singleElement()
                .extracting(paid -> ((Paid) paid).payment().detail())
                .isEqualTo("pulled, then pulled, then pulled, then pulled");
    }

    @Test
    void what_comes_back_for_ever_stays_owed() {
        Owed weed = new Owed(1, "weed", new Weed(Integer.MAX_VALUE), "pull it out");
        assertThat(payback().pay(List.of(weed))).containsExactly(weed);
        assertThat(told).singleElement().isEqualTo(new StaysOwed(1, "it keeps coming back: broken: there it is"));
    }

    /** Grows again at each second look, so many times, for the first time right after it was pulled. */
    private static final class Weed implements Undo {
        private int times;
        private int looks;
        private boolean isThere = true;

        Weed(int times) {
            this.times = times;
        }

        @Override
        public String asTyped(World world) {
            return "pull it out";
        }

        @Override
        public Payment pay(World world) {
            isThere = false;
            return new Payment.PutBack("pulled");
        }

        @Override
        public Verdict gone(World world) {
            if (!isThere && times > 0 && ++looks % 2 == 1) {
                isThere = true;
                times--;
            }
            return isThere ? new Verdict.Broken("there it is") : new Verdict.Holds("nothing grows");
        }

        @Override
        public boolean mayComeBack() {
            return true;
        }
    }

    private Payback payback() {
        return new Payback(WORLD, told::add, () -> steady);
    }

    /** A file that a fault has changed, and the undo that is owed for it. */
    private Owed broken(String name, int number) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "mode=good\n");
        return applied(number, file, Map.of("mode", "bad"));
    }

    private static Owed applied(int number, Path file, Map<String, Object> keys) {
        var fault = ConfigFile.at(file.toString()).set(keys);
        Undo undo = fault.undo(WORLD);
        fault.apply(WORLD);
        return new Owed(number, fault.inWords(), undo, undo.asTyped(WORLD));
    }
}

package dev.drillbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

/** A cron line means what Quartz takes it for, but where Quartz is wrong; one that Quartz never fires is refused. */
class QuartzAgreesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2099-12-31T00:00:00Z");
    private static final int COMPARED = 60;
    private static final int LINES = 300;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 10 ? 1/3 TUE#1",
                "0 30 14 LW * ?",
                "0 30 14 L * ?",
                "0 30 14 L-3 * ?",
                "0 30 14 L-3W * ?",
                "0 30 14 15W * ?",
                "0 30 14 1W * ?",
                "0 0 10 L 3,6,9,12 ?",
                "0 0 10 ? * 6L",
                "0 0 10 ? * FRI-MON",
                "0 0 10 ? * L",
                "0 0 10 ? * 2#5",
                "0 0 10 29 2 ?",
                "0 0 10 31 * ?",
                "0 0 22-2 * NOV-FEB ?",
                "15 0/20 9-17/4 ? * MON-FRI",
                "0 0 10 15 1 ? 2027-2030",
                "0 0 10 ? * */2"
            })
    void line_by_line(String line) throws ParseException {
        assertThat(ours(line)).isNotEmpty().isEqualTo(quartz(line));
    }

    @Test
    void any_plain_line() throws ParseException {
        long seed = Long.getLong("drillbook.seed", new Random().nextLong());
        System.out.println("QuartzAgreesTest: -Ddrillbook.seed=" + seed);
        var random = new Random(seed);
        for (int i = 0; i < LINES; i++) {
            String line = RandomCron.line(random);
            List<String> quartz = quartz(line);
            if (quartz.isEmpty()) assertThatThrownBy(() -> When.parse(line)).hasMessageContaining("never comes");
            else assertThat(ours(line)).as("%s, seed %d", line, seed).isEqualTo(quartz);
        }
    }

    @Test
    void quartz_loses_what_falls_in_a_gap_of_the_clocks_and_we_do_not() throws ParseException {
        String line = "0 30 2 28 3 ?";
        assertThat(quartz(line, "Europe/Berlin").subList(0, 2)).containsExactly("2026-03-28T02:30", "2028-03-28T02:30");
        assertThat(TestSchedule.due(line + " 2027").starts("2027-03-28", "2027-03-31"))
                .containsExactly("Sun 2027-03-28 03:00");
    }

    @Test
    void quartz_forgets_the_later_times_of_a_nearest_weekday_that_moved_and_we_do_not() throws ParseException {
        String line = "0 0 8,9 1W 11 ? 2026";
        assertThat(quartz(line)).containsExactly("2026-11-02T08:00");
        assertThat(ours(line)).containsExactly("2026-11-02T08:00", "2026-11-02T09:00");
    }

    @Test
    void quartz_takes_a_range_before_the_sign_for_every_day_of_it_and_we_refuse_it() throws ParseException {
        assertThat(quartz("0 0 10 ? * MON-FRI#1").subList(0, 3))
                .containsExactly("2026-01-01T10:00", "2026-01-02T10:00", "2026-01-05T10:00");
    }

    private static List<String> ours(String line) {
        return When.parse(line)
                .between(LocalDate.ofInstant(FROM, ZoneOffset.UTC), LocalDate.ofInstant(UNTIL, ZoneOffset.UTC))
                .filter(due -> due.toInstant(ZoneOffset.UTC).isBefore(UNTIL))
                .limit(COMPARED)
                .map(LocalDateTime::toString)
                .collect(Collectors.toList());
    }

    private static List<String> quartz(String line) throws ParseException {
        return quartz(line, "UTC");
    }

    private static List<String> quartz(String line, String zone) throws ParseException {
        var expression = new CronExpression(line);
        expression.setTimeZone(TimeZone.getTimeZone(zone));
        List<String> times = new ArrayList<>();
        Date next = expression.getNextValidTimeAfter(Date.from(FROM.minusSeconds(1)));
        while (next != null && next.toInstant().isBefore(UNTIL) && times.size() < COMPARED) {
            times.add(next.toInstant().atZone(ZoneId.of(zone)).toLocalDateTime().toString());
            next = expression.getNextValidTimeAfter(next);
        }
        return times;
    }
}

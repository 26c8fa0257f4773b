package dev.drillbook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTest {
    private final Times vienna = new Times(ZoneId.of("Europe/Vienna"));

    @Test
    void a_moment_is_told_in_the_teams_zone_and_in_utc() {
        var at = Instant.parse("2026-11-24T09:02:31.999Z");
        assertThat(vienna.time(at)).isEqualTo("10:02:31");
        assertThat(vienna.dated(at)).isEqualTo("2026-11-24 10:02:31 CET");
        assertThat(Times.utc(at)).isEqualTo("2026-11-24 09:02:31 UTC");
    }

    @Test
    void the_hour_that_comes_twice_in_autumn_is_told_apart() {
        assertThat(vienna.dated(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("2026-10-25 02:30:00 CEST");
        assertThat(vienna.dated(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("2026-10-25 02:30:00 CET");
    }

    @Test
    void the_date_is_the_teams() {
        assertThat(vienna.date(Instant.parse("2026-11-24T23:30:00Z"))).isEqualTo("2026-11-25");
    }
}

package dev.drillbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {
    @Test
    void a_zone_is_known_by_its_exact_name() {
        assertThat(Zones.named("Australia/Lord_Howe")).isEqualTo(ZoneId.of("Australia/Lord_Howe"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berln    | did you mean 'Europe/Berlin'?
            europe/berlin   | did you mean 'Europe/Berlin'?
            Berlin          | did you mean 'Europe/Berlin'?
            America/NewYork | did you mean 'America/New_York'?
            new york        | did you mean 'America/New_York'?
            Mars/Olympus    | write a region and its city, such as Europe/Berlin
            """)
    void an_unknown_one_is_refused_with_the_nearest_name(String name, String hint) {
        assertThatThrownBy(() -> Zones.named(name))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("no time zone '" + name + "'")
                .hasMessageContaining(hint);
    }
}

package dev.drillbook.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_are_as_wide_as_they_must_be_and_numbers_stand_right() {
        Table table = new Table(List.of("name", "price"));
        table.row(List.of("Köln €", 7));
        table.row(Arrays.asList(null, new BigDecimal("1E+3")));
        assertThat(table).hasToString("""
                        name    price
                        ------  -----
                        Köln €      7
                        NULL     1000
                        """);
    }

    @Test
    void a_cell_stays_on_its_line_and_commands_no_terminal() {
        Table table = new Table(List.of("text"));
        table.row(List.of("a\nb\u001b[2J"));
        assertThat(table.toString()).contains("a\\nb\uFFFD[2J").doesNotContain("\u001b");
    }
}

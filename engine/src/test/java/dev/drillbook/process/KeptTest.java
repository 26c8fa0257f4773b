package dev.drillbook.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptTest {
    @Test
    void nothing_is_cut_up_to_the_limit() {
        assertThat(kept("0123456789", 10)).isEqualTo("0123456789");
    }

    @Test
    void the_middle_is_cut_and_counted() {
        assertThat(kept("0123456789", 9)).isEqualTo("0123\n… 1 bytes cut …\n56789");
    }

    @Test
    void a_cut_never_halves_a_character() {
        assertThat(kept("äöüßÄÖÜ", 10)).isEqualTo("äö\n… 6 bytes cut …\nÖÜ");
    }

    @Test
    void bytes_may_come_one_by_one() {
        Kept kept = new Kept(4);
        for (byte b : "abcdef".getBytes(StandardCharsets.UTF_8)) kept.add(new byte[] {b}, 1);
        assertThat(kept.text()).isEqualTo("ab\n… 2 bytes cut …\nef");
    }

    private static String kept(String text, int limit) {
        Kept kept = new Kept(limit);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        kept.add(bytes, bytes.length);
        return kept.text();
    }
}

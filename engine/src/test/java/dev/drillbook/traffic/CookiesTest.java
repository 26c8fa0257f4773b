package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CookiesTest {
    private final Cookies cookies = new Cookies();

    @Test
    void what_was_set_is_sent() {
        cookies.keep("server=b; Path=/; HttpOnly");
        cookies.keep("cart=12=3");
        assertThat(cookies.asHeader()).isEqualTo("Cookie: cart=12=3; server=b\r\n");
    }

    @Test
    void the_last_value_counts_until_it_is_deleted() {
        cookies.keep("server=b");
        cookies.keep("server=c");
        assertThat(cookies.asHeader()).isEqualTo("Cookie: server=c\r\n");
        cookies.keep("server=; Max-Age=0");
        assertThat(cookies.asHeader()).isEmpty();
    }

    @Test
    void what_is_no_cookie_is_left_alone() {
        cookies.keep("nonsense");
        cookies.keep("=x");
        cookies.keep("");
        assertThat(cookies.asHeader()).isEmpty();
    }

    @Test
    void a_jar_has_an_end() {
        for (int i = 0; i < 1_000; i++) cookies.keep("c" + i + "=1");
        assertThat(cookies.asHeader().split(";")).hasSize(50);
    }
}

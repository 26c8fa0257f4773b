package dev.drillbook.practice.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {
    private static final Product TEAPOT = new Product(42, 1299, "4.3", "17 5 80", "Blue; round <teapot> ☕");

    @Test
    void what_is_cached_comes_back() {
        assertThat(Product.fromCached(42, TEAPOT.cached())).contains(TEAPOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1299", "cheap;4.3;17;Teapot", "1299;4.3;17"})
    void what_someone_else_wrote_is_not_a_product(String text) {
        assertThat(Product.fromCached(42, text)).isEmpty();
    }

    @Test
    void a_page_names_each_product_and_its_price_and_escapes_what_is_text() {
        assertThat(new Page(7, List.of(TEAPOT), "cache").html())
                .contains("<li class=\"product\" data-id=\"42\" data-cents=\"1299\">")
                .contains("Blue; round &lt;teapot&gt; ☕</b> 12.99 €");
    }
}

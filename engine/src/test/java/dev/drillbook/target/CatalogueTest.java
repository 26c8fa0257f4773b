package dev.drillbook.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void the_names_on_disk_never_change() {
        assertThat(Catalogue.undos().keySet())
                .containsExactlyInAnyOrder(
                        "config file", "redis config", "redis keys", "postgres statement", "shell command");
    }

    @Test
    void each_page_names_its_noun_in_its_example() {
        assertThat(Catalogue.pages())
                .allSatisfy(page -> assertThat(page.example()).startsWith(page.name() + "."));
    }
}

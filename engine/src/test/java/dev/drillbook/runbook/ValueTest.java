package dev.drillbook.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ValueTest {
    private final JsonMapper json = new JsonMapper();

    record Keeper(@JsonProperty("place") Value<URI> place) {}

    @Test
    void an_input_is_kept_by_name_and_type() {
        var kept = new Keeper(new Input<>("cache", URI.class));
        assertThat(json.readValue(json.writeValueAsString(kept), Keeper.class)).isEqualTo(kept);
    }

    @Test
    void a_literal_is_kept_as_its_text() {
        Value<?> literal = new Literal<>(Path.class, Path.of("/etc/shop"));
        assertThat(json.readValue(json.writeValueAsString(literal), Value.class))
                .isEqualTo(literal);
    }

    @Test
    void a_wrong_value_names_the_input_what_came_and_what_is_wanted() {
        assertThatThrownBy(() -> new Input<>("cache", URI.class).read("not an address"))
                .isInstanceOf(Invalid.class)
                .hasMessage("input 'cache' is 'not an address': it wants an address with a scheme, such as"
                        + " redis://127.0.0.1:6379");
    }

    /** It is read again by whoever puts the fault back, who may stand in another folder. */
    @Test
    void a_relative_path_is_a_wrong_value() {
        assertThatThrownBy(() -> new Input<>("config", Path.class).read("etc/shop.properties"))
                .isInstanceOf(Invalid.class)
                .hasMessage("input 'config' is 'etc/shop.properties': it wants a whole file path, such as"
                        + " /etc/shop/cache.properties");
    }
}

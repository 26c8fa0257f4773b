package dev.drillbook.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.World;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundWorldTest {
    private static final Input<URI> CACHE = new Input<>("cache", URI.class);
    private static final Input<Secret> TOKEN = new Input<>("token", Secret.class);

    @TempDir
    private Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("secret"), text);
    }

    private static World world(String input, String value) {
        return BoundWorld.unmeasured(Map.of(input, value));
    }

    @Test
    void any_input_may_be_secret_and_is_read_where_it_is() throws Exception {
        World world = world("cache", "secret:file:" + file("redis://:hush-hush@cache:6379\n"));
        assertThat(world.resolve(CACHE)).isEqualTo(URI.create("redis://:hush-hush@cache:6379"));
        assertThat(world.secretly(CACHE)).contains("\"$(cat '" + folder.resolve("secret") + "')\"");
        assertThat(world("cache", "redis://cache").secretly(CACHE)).isEmpty();
    }

    @Test
    void one_of_the_type_secret_must_be() throws Exception {
        assertThat(world("token", "secret:file:" + file("open-sesame")).resolve(TOKEN))
                .hasToString("***")
                .extracting(Secret::reveal)
                .isEqualTo("open-sesame");
        assertThatThrownBy(() -> world("token", "in-plain-text").resolve(TOKEN))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("input 'token' is a secret")
                .hasMessageNotContaining("in-plain-text");
    }

    @Test
    void one_that_is_not_what_the_input_wants_is_not_repeated() throws Exception {
        World world = world("cache", "secret:file:" + file("hush, no uri 4715"));
        assertThatThrownBy(() -> world.resolve(CACHE))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("input 'cache' wants an address")
                .hasMessageNotContaining("4715");
    }

    @Test
    void a_place_that_hangs_is_asked_once_and_holds_nobody_up() throws Exception {
        Path slow = Files.writeString(folder.resolve("slow"), "echo open-sesame-6\n");
        SecretsRead secrets = new SecretsRead();
        SecretPlace place = SecretPlace.of("command:sh " + slow);
        SecretsRead.Read read = secrets.read(place);
        Files.writeString(slow, "sleep 60\n");
        long since = System.nanoTime();
        SecretsRead.Read again = SecretsRead.renewed(place, read);
        assertThat(again.secret().reveal()).isEqualTo("open-sesame-6");
        assertThat(again.isGood()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void what_was_read_holds_when_its_place_is_gone() throws Exception {
        World world = world("token", "secret:file:" + file("open-sesame"));
        world.resolve(TOKEN);
        Files.delete(folder.resolve("secret"));
        assertThat(world.resolve(TOKEN).reveal()).isEqualTo("open-sesame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:p@cache",
                "postgresql://shop:p@db/shop",
                "postgresql://shop@db/shop?password=p",
                "https://a:b@host/x",
                "jdbc:postgresql://h/db?password=x",
                "postgres://shop:pa/ss@db/x"
            })
    void an_environment_takes_no_password_in_plain_text(String value) {
        assertThatThrownBy(() -> new Environment("lab", Map.of("cache", value), Optional.empty()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("input 'cache' spells a password out")
                .hasMessageNotContaining(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redis://cache:6379", "postgresql://shop@db:5432/shop?a=b", "/etc/a:b@c", "secret:env:X", "a:b@c"
            })
    void and_any_other_value(String value) {
        assertThat(new Environment("lab", Map.of("cache", value), Optional.empty()).inputs())
                .containsValue(value);
    }
}

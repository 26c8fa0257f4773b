package dev.drillbook.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPlaceTest {
    @TempDir
    private Path folder;

    private static String in(String place) {
        return SecretPlace.of(place).fetch().reveal();
    }

    @Test
    void a_secret_is_read_from_a_variable_a_file_or_what_a_command_prints() throws Exception {
        Path file = Files.writeString(folder.resolve("a 'file'"), "in-the-file\n");
        Path script = Files.writeString(folder.resolve("ask"), "echo asking >&2; echo $1\n");
        assertThat(in("env:PATH")).isEqualTo(System.getenv("PATH"));
        assertThat(in("file:" + file)).isEqualTo("in-the-file");
        assertThat(in("command:sh " + script + " 'from a command'")).isEqualTo("from a command");
    }

    @Test
    void what_was_read_is_hidden_in_errors_verdicts_and_payments() throws Exception {
        in("file:" + Files.writeString(folder.resolve("f"), "redis://ann:pa%24s-W0rd@cache:6379\n"));
        assertThat(new DrillException("refused redis://ann:pa%24s-W0rd@cache:6379"))
                .hasMessage("refused ***");
        String told = "WRONGPASS pa$s-W0rd";
        assertThat(List.of(
                        new Verdict.Holds(told).seen(),
                        new Verdict.Broken(told).seen(),
                        new Verdict.Unknown(told).seen(),
                        new Payment.PutBack(told).detail(),
                        new Payment.AlreadyRight(told).detail(),
                        new Payment.LeftAlone(told).detail()))
                .containsOnly("WRONGPASS ***");
        assertThat(Secret.hidden("ann@cache")).isEqualTo("ann@cache");
        assertThat(Secret.hidden("ann:pa%24s-W0rd@other")).isEqualTo("ann:***@other");
    }

    @Test
    void a_password_among_the_parameters_of_an_address_too() throws Exception {
        in("file:" + Files.writeString(folder.resolve("f"), "postgresql://db/shop?user=ann&password=s3same%21open"));
        assertThat(Secret.isIn("jdbc:postgresql://db/shop?password=s3same%21open&user=ann"))
                .isTrue();
        assertThat(Secret.hidden("with s3same!open")).isEqualTo("with ***");
        in("file:" + Files.writeString(folder.resolve("g"), "jdbc:sqlserver://db;password=un-lock-8;user=ann"));
        assertThat(Secret.hidden("with un-lock-8")).isEqualTo("with ***");
    }

    @Test
    void of_two_where_one_is_a_part_of_the_other_nothing_is_left() {
        List.of("hush-4716", "hush-4716-admin", "hush-47").forEach(Secret::new);
        assertThat(Secret.hidden("is hush-4716-admin")).isEqualTo("is ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"env:NO_SUCH_VARIABLE_HERE", "file:/no/such/file", "command:false", "command:no-such-program"})
    void a_place_with_nothing_in_it_is_named(String place) {
        assertThatThrownBy(() -> in(place))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(place.substring(place.indexOf(':') + 1));
    }

    @Test
    void what_a_failing_command_says_is_not_repeated() {
        assertThatThrownBy(() -> in("command:sh -c 'printf half-a-; echo secret; exit 3'"))
                .hasMessageContaining("exit code 3")
                .message()
                .satisfies(told -> assertThat(told.split("ended")[1]).doesNotContain("half-a-secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "token:hunter2", "env:", "file: "})
    void what_is_no_place_may_be_the_secret_and_is_not_repeated(String text) {
        assertThatThrownBy(() -> SecretPlace.of(text))
                .isInstanceOf(Invalid.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageContaining("env:NAME");
    }

    @Test
    void a_person_reads_it_in_a_shell() {
        assertThat(SecretPlace.of("env:TOKEN").typed()).isEqualTo("\"$TOKEN\"");
        assertThat(SecretPlace.of("file:/run/a b").typed()).isEqualTo("\"$(cat '/run/a b')\"");
        assertThat(SecretPlace.of("command:vault kv get x").typed()).isEqualTo("\"$(vault kv get x)\"");
    }

    @Test
    void only_an_inputs_file_needs_its_whole_path_for_another_process_may_pay() {
        assertThat(SecretPlace.of("file:secrets/slack").where()).isEqualTo("secrets/slack");
        assertThatThrownBy(() -> SecretPlace.named("secret:file:secrets/shop"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("write one that begins with /");
    }
}

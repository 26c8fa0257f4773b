package dev.drillbook.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.process.Command;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    @TempDir
    Path folder;

    @Test
    void a_persons_other_edits_survive_the_undo() throws Exception {
        Path file = file("shop.properties", "# cache\nkey-prefix=shop:\nttl-seconds=60\npool-size=16\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("key-prefix", "shop-v2:", "pool-size", 1));
        Undo undo = fault.undo(Given.NOTHING);
        fault.apply(Given.NOTHING);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("# cache", "# who did this?\n\n# cache")
                        .replace("=60", "=30"));
        undo.pay(Given.NOTHING);
        assertThat(file).hasContent("# who did this?\n\n# cache\nkey-prefix=shop:\nttl-seconds=30\npool-size=16\n");
    }

    @Test
    void a_third_value_is_left_alone_and_the_other_keys_are_put_back() throws Exception {
        Path file = file("shop.yaml", "a: 1\nb: 2\nc: 3\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", 10, "b", 20, "d", 40));
        Undo undo = fault.undo(Given.NOTHING);
        fault.apply(Given.NOTHING);
        Files.writeString(file, Files.readString(file).replace("b: 20", "b: 7"));
        Payment payment = undo.pay(Given.NOTHING);
        assertThat(payment).isInstanceOf(Payment.LeftAlone.class);
        assertThat(payment.detail()).contains("b=7", "before the drill: 2", "a=1", "d removed");
        assertThat(file).hasContent("a: 1\nb: 7\nc: 3\n");
    }

    @Test
    void it_is_put_back_where_it_was_changed_though_the_link_leads_elsewhere_by_then() throws Exception {
        Path changed = file("release-41.yaml", "a: 1\n");
        Path other = file("release-40.yaml", "a: 1\n");
        Path link = Files.createSymbolicLink(folder.resolve("current.yaml"), changed);
        Fault fault = ConfigFile.at(link.toString()).set(Map.of("a", 10));
        Undo undo = fault.undo(Given.NOTHING);
        fault.apply(Given.NOTHING);
        Files.delete(link);
        Files.createSymbolicLink(link, other);
        assertThat(undo.gone(Given.NOTHING)).isInstanceOf(Verdict.Broken.class);
        assertThat(undo.pay(Given.NOTHING)).isInstanceOf(Payment.PutBack.class);
        assertThat(changed).hasContent("a: 1\n");
    }

    @Test
    void what_a_crash_left_beside_the_file_is_taken_away_though_there_is_nothing_to_put_back() throws Exception {
        Path file = file("a.yaml", "a: 1\n");
        Undo undo = ConfigFile.at(file.toString()).set(Map.of("a", 10)).undo(Given.NOTHING);
        Path left = file(".a.yaml.drillbook", "a: 10\n");
        assertThat(undo.pay(Given.NOTHING)).isInstanceOf(Payment.AlreadyRight.class);
        assertThat(left).doesNotExist();
    }

    @Test
    void what_a_link_leads_to_is_of_the_kind_that_the_link_says() throws Exception {
        Path changed =
                Files.write(folder.resolve("release.v42"), "# f\u00fcr\na=1\n".getBytes(StandardCharsets.ISO_8859_1));
        Path link = Files.createSymbolicLink(folder.resolve("current.properties"), changed);
        Fault fault = ConfigFile.at(link.toString()).set(Map.of("a", 10));
        Undo undo = fault.undo(Given.NOTHING);
        fault.apply(Given.NOTHING);
        assertThat(undo.asTyped(Given.NOTHING)).startsWith("sed");
        assertThat(undo.pay(Given.NOTHING)).isInstanceOf(Payment.PutBack.class);
        assertThat(undo.gone(Given.NOTHING)).isInstanceOf(Verdict.Holds.class);
        assertThat(Files.readString(changed, StandardCharsets.ISO_8859_1)).isEqualTo("# f\u00fcr\na=1\n");
    }

    /** As {@code sed -i LINK} does it, and a release that is copied from the broken one. */
    @Test
    void a_copy_that_took_the_links_place_is_put_back_too() throws Exception {
        Path changed = file("release-41.yaml", "a: 1\nb: 2\n");
        Path link = Files.createSymbolicLink(folder.resolve("current.yaml"), changed);
        Fault fault = ConfigFile.at(link.toString()).set(Map.of("a", 10));
        Undo undo = fault.undo(Given.NOTHING);
        fault.apply(Given.NOTHING);
        Files.delete(link);
        Files.writeString(link, "a: 10\nb: 3\n");
        Files.writeString(changed, "a: 1\nb: 2\n");
        assertThat(undo.gone(Given.NOTHING)).isEqualTo(new Verdict.Broken("still a=10"));
        assertThat(undo.pay(Given.NOTHING)).isInstanceOf(Payment.PutBack.class);
        assertThat(undo.gone(Given.NOTHING)).isInstanceOf(Verdict.Holds.class);
        assertThat(link).hasContent("a: 1\nb: 3\n");
    }

    @Test
    void what_a_person_set_in_a_copy_that_took_the_links_place_is_left_alone() throws Exception {
        Path changed = file("release-41.yaml", "a: 1\n");
        Path link = Files.createSymbolicLink(folder.resolve("current.yaml"), changed);
        Fault fault = ConfigFile.at(link.toString()).set(Map.of("a", 10));
        Undo undo = fault.undo(Given.NOTHING);
        fault.apply(Given.NOTHING);
        Files.delete(link);
        Files.writeString(link, "a: 7\n");
        assertThat(undo.pay(Given.NOTHING)).isInstanceOf(Payment.LeftAlone.class);
        assertThat(changed).hasContent("a: 1\n");
        assertThat(link).hasContent("a: 7\n");
    }

    @Test
    void where_the_changed_file_is_gone_the_one_that_is_named_is_looked_at() throws Exception {
        Path changed = file("release-41.yaml", "a: 1\n");
        Path other = file("release-40.yaml", "a: 1\n");
        Path link = Files.createSymbolicLink(folder.resolve("current.yaml"), changed);
        Undo undo = ConfigFile.at(link.toString()).set(Map.of("a", 10)).undo(Given.NOTHING);
        Files.delete(link);
        Files.createSymbolicLink(link, other);
        Files.delete(changed);
        assertThat(undo.pay(Given.NOTHING)).isInstanceOf(Payment.AlreadyRight.class);
    }

    @Test
    void a_relative_file_is_refused() {
        assertThatThrownBy(() -> ConfigFile.at("conf/shop.yaml"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("conf/shop.yaml", "write the whole path");
    }

    @ParameterizedTest
    @CsvSource({"the same key, 'a: 7\nb: 2\n'", "its quotes, 'a: \"1\"\nb: 2\n'", "one that was right, 'a: 1\nb: 9\n'"})
    void what_a_person_set_after_its_undo_was_read_is_not_changed(String what, String theirs) throws Exception {
        Path file = file("shop.yaml", "a: 1\nb: 2\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", 10, "b", 2));
        Undo undo = fault.undo(Given.NOTHING);
        Files.writeString(file, theirs);
        assertThatThrownBy(() -> fault.apply(Given.NOTHING, undo))
                .as(what)
                .isInstanceOf(DrillException.class)
                .hasMessageStartingWith(file + ": someone else changed it");
        undo.pay(Given.NOTHING);
        assertThat(Files.readString(file)).isEqualTo(theirs);
    }

    @Test
    void where_the_link_leads_elsewhere_since_its_undo_was_read_nothing_is_changed() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("current.yaml"), file("release-41.yaml", "a: 1\n"));
        Fault fault = ConfigFile.at(link.toString()).set(Map.of("a", 10));
        Undo undo = fault.undo(Given.NOTHING);
        Files.delete(link);
        Files.createSymbolicLink(link, file("release-42.yaml", "a: 1\n"));
        assertThatThrownBy(() -> fault.apply(Given.NOTHING, undo)).isInstanceOf(DrillException.class);
        assertThat(folder.resolve("release-41.yaml")).hasContent("a: 1\n");
        assertThat(folder.resolve("release-42.yaml")).hasContent("a: 1\n");
    }

    @Test
    void another_key_that_changed_since_its_undo_was_read_is_no_reason_to_refuse() throws Exception {
        Path file = file("shop.yaml", "a: 1\nb: 2\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", 10));
        Undo undo = fault.undo(Given.NOTHING);
        Files.writeString(file, "# mine\na: 1\nb: 7\n");
        fault.apply(Given.NOTHING, undo);
        undo.pay(Given.NOTHING);
        assertThat(file).hasContent("# mine\na: 1\nb: 7\n");
    }

    @Test
    void only_what_the_fault_changes_is_owed() throws Exception {
        Path file = file("shop.yaml", "a: 1\nb: 2\n");
        Undo undo = ConfigFile.at(file.toString()).set(Map.of("a", 1, "b", 3)).undo(Given.NOTHING);
        assertThat(((ConfigFile.Restore) undo).keys())
                .extracting(KeyChange::key)
                .containsExactly("b");
    }

    @Test
    void the_fault_took_hold_only_when_every_key_did() throws Exception {
        Path file = file("shop.yaml", "a: 1\nb: 2\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", 10, "b", 20));
        Files.writeString(file, "a: 10\nb: 2\n");
        assertThat(fault.tookHold(Given.NOTHING)).isEqualTo(new Verdict.Broken("b=2"));
    }

    @Test
    void byte_order_mark_and_line_endings_stay() throws Exception {
        Path file = file("shop.yaml", "\uFEFF# ü\r\na: 1\r\nb: 2\r\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", "x", "new", true));
        Undo undo = fault.undo(Given.NOTHING);
        fault.apply(Given.NOTHING);
        assertThat(Files.readString(file)).isEqualTo("\uFEFF# ü\r\nnew: true\r\na: x\r\nb: 2\r\n");
        undo.pay(Given.NOTHING);
        assertThat(Files.readString(file)).isEqualTo("\uFEFF# ü\r\na: 1\r\nb: 2\r\n");
    }

    @Test
    void a_properties_file_in_iso_8859_1_stays_one() throws Exception {
        Path file = folder.resolve("old.properties");
        byte[] old = "gr\u00fc\u00dfe=sch\u00f6n\nttl=60\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, old);
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("ttl", "€"));
        Undo undo = fault.undo(Given.NOTHING);
        fault.apply(Given.NOTHING);
        assertThat(Files.readAllBytes(file)).startsWith("gr\u00fc".getBytes(StandardCharsets.ISO_8859_1));
        undo.pay(Given.NOTHING);
        assertThat(Files.readAllBytes(file)).isEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.json|{\"a\": |1:",
                "shop.yaml|a: [1|1:",
                "shop.yaml|a: 1\na: b: c\n|2:5",
                "shop.properties|a=\\u12x\n|1:",
            })
    void a_file_that_cannot_be_read_is_named_with_its_line(String given) throws Exception {
        String[] parts = given.split("\\|");
        Path file = file(parts[0], parts[1]);
        assertThatThrownBy(
                        () -> ConfigFile.at(file.toString()).set(Map.of("a", 2)).undo(Given.NOTHING))
                .isInstanceOf(DrillException.class)
                .hasMessageStartingWith(file + ":" + parts[2])
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"map", "list", "map.x.y", "list.5", "alias", "anchor", "map.x"})
    void what_is_no_single_value_is_refused_before_anything_is_written(String key) throws Exception {
        Path file = file("shop.yaml", "map: {x: 1}\nlist: [1, 2]\nanchor: &a 5\nalias: *a\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of(key, 1));
        assertThatThrownBy(() -> fault.undo(Given.NOTHING))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining(file + "")
                .hasMessageContaining("map.x".equals(key) ? "would change nothing" : key);
        assertThat(fault.tookHold(Given.NOTHING).holds()).isEqualTo("map.x".equals(key));
    }

    @Test
    void secrets_and_odd_values_are_refused_when_the_runbook_is_written() {
        ConfigFile file = ConfigFile.at("/etc/shop.properties");
        assertThatThrownBy(() -> file.set(Map.of("db.password", "x"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> file.set(Map.of("hosts", List.of(1)))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> file.set(Map.of())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ConfigFile.at("shop.ini").set(Map.of("a", 1)).undo(Given.NOTHING))
                .isInstanceOf(DrillException.class);
    }

    @Test
    void what_a_person_could_type_really_does_it() throws Exception {
        Path file = file("a shop's.properties", "b=1/x\na=[1].*\\\\|&$\nnew=\n");
        String before = Files.readString(file);
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", "^$.*[x]\\|&'", "b", 1, "c", "added"));
        Undo undo = fault.undo(Given.NOTHING);
        String typed = undo.asTyped(Given.NOTHING);
        assertThat(typed).startsWith("sed -i ");
        fault.apply(Given.NOTHING);
        assertThat(undo.asTyped(Given.NOTHING))
                .as("the same before and after the harm")
                .isEqualTo(typed);
        assertThat(Command.of("sh", "-c", typed).run().output()).isEmpty();
        assertThat(file).hasContent(before);
        assertThat(undo.gone(Given.NOTHING).holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "two on a line,        c.json,       '{\"a\": 1, \"b\": 2, \"c\": 3}\n',        a, b",
        "lines alike,          c.yaml,       'x:\n  a: 10\ny:\n  a: 1\nb: 2\n',        y.a, b",
        "one becomes another,  c.yaml,       'x:\n  a: 1\ny:\n  a: 10\n',              x.a, y.a",
        "line ends of Windows, c.properties, 'a=1\r\nb=2\r\n',                         a, b"
    })
    void it_is_typed_whatever_the_lines_are_like(String what, String name, String content, String one, String other)
            throws Exception {
        Path file = file(name, content.replace("\\n", "\n").replace("\\r", "\r"));
        String before = Files.readString(file);
        Fault fault = ConfigFile.at(file.toString()).set(Map.of(one, 10, other, 1, "d", 40));
        String typed = fault.undo(Given.NOTHING).asTyped(Given.NOTHING);
        fault.apply(Given.NOTHING);
        assertThat(Command.of("sh", "-c", typed).run().output()).as(what).isEmpty();
        assertThat(Files.readString(file)).as(typed).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "c.json, '{\"password\": \"hunter2\", \"a\": 1}'",
        "c.json, '{\"a\": 1, \"password\": \"hunter2\"}'",
        "c.yaml, 'a: 1 # the password is hunter2'",
        "c.yaml, '{password: hunter2, a: 1}'"
    })
    void what_else_stands_on_its_line_is_not_typed(String name, String content) throws Exception {
        Path file = file(name, content + "\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", 10));
        String typed = fault.undo(Given.NOTHING).asTyped(Given.NOTHING);
        assertThat(typed).startsWith("sed -i ").doesNotContain("hunter2");
        fault.apply(Given.NOTHING);
        assertThat(Command.of("sh", "-c", typed).run().output()).isEmpty();
        assertThat(file).hasContent(content);
    }

    @Test
    void it_changes_no_other_line_when_it_is_typed_after_a_repair() throws Exception {
        Path file = file("shop.yaml", "a: 1\nb: 2\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("a", 10, "new", 30));
        String typed = fault.undo(Given.NOTHING).asTyped(Given.NOTHING);
        Files.writeString(file, "# repaired\na: 1\nb: 2\n");
        assertThat(Command.of("sh", "-c", typed).run().output()).isEmpty();
        assertThat(file).hasContent("# repaired\na: 1\nb: 2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://shop:hunter2@db/shop",
                "jdbc:postgresql://db/shop?user=shop&password=hunter2",
                "jdbc\\:postgresql\\://shop\\:hunter2@db/shop"
            })
    void an_old_value_that_spells_a_password_out_is_kept_in_no_undo(String was) throws Exception {
        Path file = file("shop.properties", "database.url=" + was + "\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("database.url", "postgresql://nowhere/shop"));
        assertThatThrownBy(() -> fault.undo(Given.NOTHING))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(file + " database.url holds a password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_new_value_that_spells_a_password_out_is_refused_and_not_repeated() {
        ConfigFile file = ConfigFile.at("/etc/shop.yaml");
        assertThatThrownBy(() -> file.set(Map.of("database.url", "postgresql://shop:hunter2@nowhere/shop")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("ConfigFile 'database.url' spells a password out")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_password_that_someone_wrote_there_meanwhile_is_not_told() throws Exception {
        Path file = file("shop.yaml", "url: redis://cache\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("url", "redis://nowhere"));
        Undo undo = fault.undo(Given.NOTHING);
        Files.writeString(file, "url: redis://:hunter2@cache\n");
        assertThat(fault.tookHold(Given.NOTHING)).isEqualTo(new Verdict.Broken("url=redis://:***@cache"));
        assertThat(undo.pay(Given.NOTHING).detail()).startsWith("url=redis://:***@cache was set by someone else");
        assertThat(undo.gone(Given.NOTHING)).isEqualTo(new Verdict.Holds("url=redis://:***@cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.password", "DB_PWD", "tls.passphrase", "aws.credential", "aws-credentials", "api_key"})
    void a_key_that_looks_like_a_secret_is_refused(String key) {
        ConfigFile file = ConfigFile.at("/etc/shop.properties");
        assertThatThrownBy(() -> file.set(Map.of(key, "x")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'" + key + "' looks like a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cwd", "credential-ttl", "pwd.length", "key-prefix"})
    void a_key_that_is_only_like_one_is_not(String key) {
        assertThat(ConfigFile.at("/etc/shop.properties").set(Map.of(key, "x")).inWords())
                .isEqualTo("set " + key + " in /etc/shop.properties");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void an_old_value_that_is_a_known_secret_is_kept_in_no_undo() throws Exception {
        new Secret("open-sesame-9");
        Path file = Files.writeString(folder.resolve("f.properties"), "door=open-sesame-9\n");
        Fault fault = ConfigFile.at(file.toString()).set(Map.of("door", "shut"));
        assertThatThrownBy(() -> fault.undo(Given.NOTHING))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("door looks like a secret");
    }
}

package dev.drillbook.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.process.Command;
import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

class ShellTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .registerSubtypes(new NamedType(Shell.Command.class, "shell command"))
            .build();

    @TempDir
    Path folder;

    @Test
    void its_undo_is_given_the_time_that_within_says_for_each_of_its_commands() {
        var fault = Shell.run("true").undoneBy("true").within(Duration.ofMinutes(2));
        assertThat(fault.undo(Given.NOTHING).patience()).isEqualTo(Duration.ofSeconds(130));
        assertThat(fault.shownBy("false").undo(Given.NOTHING).patience()).isEqualTo(Duration.ofSeconds(370));
    }

    @Test
    void a_relative_program_is_refused() {
        assertThatThrownBy(() -> Shell.run("./block", "shop-2"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'./block' is relative");
    }

    @Test
    void no_shell_reads_the_words() {
        Path odd = folder.resolve("$(id); a 'b'");
        Shell.run("touch", odd).apply(Given.NOTHING);
        assertThat(odd).exists();
    }

    @Test
    void a_command_is_no_fault_until_someone_says_how_it_is_undone() {
        Change harm = Shell.run("true");
        assertThat(harm).isNotInstanceOf(Fault.class);
    }

    @Test
    void without_a_query_nobody_can_tell_until_it_ran() {
        Input<Path> file = new Input<>("file", Path.class);
        World world = new Given(Map.of("file", folder.resolve("f").toString()));
        Fault fault = Shell.run("touch", file).undoneBy("rm", file);
        assertThat(fault.tookHold(world)).isInstanceOf(Verdict.Unknown.class);
        Undo undo = fault.undo(world);
        fault.apply(world);
        assertThat(fault.tookHold(world)).isInstanceOf(Verdict.Holds.class);
        assertThat(undo.gone(world)).isInstanceOf(Verdict.Unknown.class);
        undo.pay(world);
        assertThat(undo.gone(world)).isInstanceOf(Verdict.Holds.class);
        assertThatThrownBy(() -> undo.pay(world)).isInstanceOf(DrillException.class);
    }

    @Test
    void a_failure_tells_exit_code_and_last_words() {
        assertThatThrownBy(() ->
                        Shell.run("sh", "-c", "echo one; echo two >&2; exit 3").apply(Given.NOTHING))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("exit code 3: ")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Shell.run("no-such-program").apply(Given.NOTHING))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("no-such-program");
        assertThatThrownBy(Shell::run).isInstanceOf(Invalid.class);
    }

    @Test
    void a_command_ends_at_its_time_limit() {
        assertThatThrownBy(() ->
                        Shell.run("sleep", 300).within(Duration.ofMillis(200)).apply(Given.NOTHING))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("within 0.2 s");
    }

    @Test
    void a_query_that_says_neither_yes_nor_no_is_unknown() throws Exception {
        Fault fault = Shell.run("true").undoneBy("true").shownBy("sh", "-c", "exit 3");
        assertThat(fault.tookHold(Given.NOTHING)).isInstanceOf(Verdict.Unknown.class);
        assertThatThrownBy(() -> fault.undo(Given.NOTHING)).isInstanceOf(DrillException.class);
    }

    @Test
    void an_input_without_a_value_is_known_before_the_harm() {
        Fault fault = Shell.run("true").undoneBy("rm", new Input<>("file", Path.class));
        assertThatThrownBy(() -> fault.undo(Given.NOTHING))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("file");
        assertThat(Files.exists(folder)).isTrue();
    }

    @Test
    void an_interrupt_stays_with_its_thread() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Shell.run("sleep", 300).apply(Given.NOTHING)).isInstanceOf(DrillException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_secret_is_no_word_of_a_command_for_everyone_sees_those() {
        assertThatThrownBy(() -> Shell.run("login", new Input<>("token", Secret.class)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'token' is a secret")
                .hasMessageContaining(".environment(");
        Fault fault = Shell.run("touch", new Input<>("file", Path.class)).undoneBy("true");
        World world = BoundWorld.unmeasured(Map.of("file", "secret:env:PATH"));
        assertThatThrownBy(() -> fault.undo(world))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'file' is a secret");
    }

    @Test
    void it_is_read_from_the_environment_by_the_harm_the_undo_and_the_query() throws Exception {
        Path place = Files.writeString(folder.resolve("place"), "open-sesame-7");
        Path door = folder.resolve("door");
        World world = BoundWorld.unmeasured(Map.of("token", "secret:file:" + place));
        Fault fault = Shell.run("sh", "-c", "test $T = open-sesame-7 && touch \"$0\"", door)
                .environment(Map.of("T", new Input<>("token", Secret.class)))
                .undoneBy("sh", "-c", "test $T = open-sesame-7 && rm \"$0\"", door)
                .shownBy("sh", "-c", "test $T = open-sesame-7 && test -e \"$0\"", door);
        Undo undo = fault.undo(world);
        assertThat(undo.asTyped(world)).contains(" && T=\"$(cat '" + place + "')\" sh -c ");
        fault.apply(world);
        assertThat(fault.tookHold(world)).isInstanceOf(Verdict.Holds.class);
        undo.pay(world);
        assertThat(door).doesNotExist();
    }

    @Test
    void a_secret_that_a_command_prints_is_hidden() throws Exception {
        Path place = Files.writeString(folder.resolve("place"), "open-sesame-8");
        World world = BoundWorld.unmeasured(Map.of("token", "secret:file:" + place));
        Change harm = Shell.run("sh", "-c", "echo wrong: $T; exit 1")
                .environment(Map.of("T", new Input<>("token", Secret.class)));
        assertThatThrownBy(() -> harm.apply(world)).hasMessageContaining("exit code 1: wrong: ***");
    }

    @Test
    void whoever_pays_does_so_in_the_folder_in_which_the_fault_was_applied() throws Exception {
        Path flag = Files.createFile(folder.resolve("maintenance.flag"));
        assertThat(appliedIn(folder).pay(Given.NOTHING)).isInstanceOf(Payment.PutBack.class);
        assertThat(flag).doesNotExist();
    }

    @Test
    void whether_it_is_gone_is_asked_in_that_folder_too() throws Exception {
        assertThat(appliedIn(folder).gone(Given.NOTHING)).isInstanceOf(Verdict.Holds.class);
        Files.createFile(folder.resolve("maintenance.flag"));
        assertThat(appliedIn(folder).gone(Given.NOTHING)).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void what_a_person_could_type_holds_wherever_they_stand() throws Exception {
        Path flag = Files.createFile(folder.resolve("maintenance.flag"));
        String typed = appliedIn(folder).asTyped(Given.NOTHING);
        assertThat(Command.of("sh", "-c", typed).run().output()).isEmpty();
        assertThat(flag).doesNotExist();
    }

    @Test
    void it_stays_owed_where_that_folder_is_gone() {
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> appliedIn(gone).pay(Given.NOTHING))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("the folder " + gone + ", in which the fault was applied, cannot be found")
                .hasMessageNotContaining("\n");
        assertThat(appliedIn(gone).gone(Given.NOTHING)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void an_undo_names_the_whole_path_of_the_folder_in_which_its_fault_is_applied() {
        Undo undo = Shell.run("true").undoneBy("true").undo(Given.NOTHING);
        assertThat(undo.asTyped(Given.NOTHING))
                .isEqualTo("cd " + Words.quoted(Path.of("").toAbsolutePath().toString()) + " && true");
    }

    @Test
    void an_older_journal_names_none_and_its_undo_is_paid_where_the_payer_stands() {
        Undo undo = onDisk("");
        assertThat(undo.asTyped(Given.NOTHING)).isEqualTo("rm maintenance.flag");
        assertThat(undo.pay(Given.NOTHING)).isInstanceOf(Payment.AlreadyRight.class);
    }

    private static Undo appliedIn(Path folder) {
        return onDisk("\"folder\":\"" + folder + "\",");
    }

    /** @param more of its fields */
    private static Undo onDisk(String more) {
        return JSON.readValue("""
                {"kind":"shell command",%s"variables":{},"timeout":30.0,
                "argv":[{"type":"text","input":null,"text":"rm"},{"type":"text","input":null,"text":"maintenance.flag"}],
                "shownBy":[{"type":"text","input":null,"text":"test"},{"type":"text","input":null,"text":"-e"},
                    {"type":"text","input":null,"text":"maintenance.flag"}]}
                """.formatted(more), Undo.class);
    }
}

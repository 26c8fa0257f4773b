package dev.drillbook.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.drillbook.process.Command;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Touched;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** What every fault promises, tried against the real thing. */
class FaultContractTest {
    private static final List<Example> EXAMPLES = Examples.all();

    private static final JsonMapper JSON = JsonMapper.builder()
            .registerSubtypes(Catalogue.undos().entrySet().stream()
                    .map(kind -> new NamedType(kind.getValue(), kind.getKey()))
                    .toArray(NamedType[]::new))
            .build();

    @TempDir
    static Path folder;

    @AfterAll
    static void stop() {
        EXAMPLES.forEach(Example::close);
    }

    @Test
    void every_kind_of_undo_has_an_example() {
        assertThat(EXAMPLES.stream().map(Example::kind).collect(Collectors.toSet()))
                .isEqualTo(Catalogue.undos().keySet());
    }

    @TestFactory
    Stream<DynamicContainer> every_fault() {
        return EXAMPLES.stream().map(this::promises);
    }

    private DynamicContainer promises(Example example) {
        FaultContractTest contract = this;
        return dynamicContainer(
                example.fault().inWords(),
                Stream.of(
                        promise(example, "is not there before it was applied", contract::not_there),
                        promise(example, "computes its undo without changing anything", contract::undo_is_pure),
                        promise(example, "names inputs and nothing else", contract::names_inputs),
                        promise(example, "says what it touches, by its noun and without a password", contract::touches),
                        promise(
                                example,
                                "takes hold, and its undo puts back exactly what was",
                                contract::there_and_back),
                        promise(example, "may be paid twice", contract::twice),
                        promise(example, "is already right when a person repaired it", contract::repaired),
                        promise(example, "is refused where it would change nothing", contract::nothing_to_change),
                        promise(example, "is put back after a restart", contract::after_restart),
                        promise(example, "stays owed while its target is down", contract::while_down),
                        promise(example, "leaves a third value alone", contract::third_value),
                        promise(example, "is undone by what a person could type", contract::as_typed)));
    }

    private interface Promise {
        void holdsFor(Example example) throws Exception;
    }

    private static DynamicTest promise(Example example, String words, Promise promise) {
        return dynamicTest(words, () -> {
            example.healthy(Files.createTempDirectory(folder, "world"));
            promise.holdsFor(example);
        });
    }

    private void not_there(Example example) {
        assertThat(example.fault().tookHold(example.world())).isInstanceOf(Verdict.Broken.class);
    }

    private void undo_is_pure(Example example) throws Exception {
        String before = example.state();
        Undo undo = example.fault().undo(example.world());
        undo.asTyped(example.world());
        undo.gone(example.world());
        assertThat(example.state()).isEqualTo(before);
    }

    private void names_inputs(Example example) {
        Undo undo = example.fault().undo(example.world());
        assertThat(written(undo))
                .contains("\"kind\":\"" + example.kind() + "\"")
                .contains("\"input\":\"" + Example.INPUT + "\"");
        assertThat(read(written(undo))).isEqualTo(undo);
        assertThat(example.fault().inWords()).contains(Example.INPUT).doesNotContain("\n");
    }

    private void touches(Example example) {
        Touched touched = example.fault().touches(example.world());
        assertThat(Catalogue.pages()).extracting(Catalogue.Noun::name).contains(touched.noun());
        assertThat(touched.target()).isNotBlank().doesNotContain("\n").doesNotContainPattern(":[^:@/*]+@");
    }

    private void there_and_back(Example example) throws Exception {
        String before = example.state();
        Undo undo = applied(example);
        assertThat(example.fault().tookHold(example.world())).isInstanceOf(Verdict.Holds.class);
        assertThat(undo.gone(example.world())).isInstanceOf(Verdict.Broken.class);
        assertThat(example.state()).isNotEqualTo(before);

        assertThat(undo.pay(example.world())).isInstanceOf(Payment.PutBack.class);
        assertThat(undo.gone(example.world())).isInstanceOf(Verdict.Holds.class);
        assertThat(example.fault().tookHold(example.world())).isInstanceOf(Verdict.Broken.class);
        assertThat(example.state()).isEqualTo(before);
    }

    private void twice(Example example) throws Exception {
        Undo undo = applied(example);
        undo.pay(example.world());
        String after = example.state();
        assertThat(undo.pay(example.world())).isInstanceOf(Payment.AlreadyRight.class);
        assertThat(example.state()).isEqualTo(after);
    }

    private void repaired(Example example) {
        Undo undo = applied(example);
        read(written(undo)).pay(example.world()); // someone else did it
        assertThat(undo.gone(example.world())).isInstanceOf(Verdict.Holds.class);
        assertThat(undo.pay(example.world())).isInstanceOf(Payment.AlreadyRight.class);
    }

    private void nothing_to_change(Example example) {
        applied(example);
        assertThatThrownBy(() -> example.fault().undo(example.world())).isInstanceOf(DrillException.class);
    }

    private void after_restart(Example example) throws Exception {
        String before = example.state();
        Undo undo = applied(example);
        example.down();
        example.up();
        undo.pay(example.world());
        assertThat(undo.gone(example.world())).isInstanceOf(Verdict.Holds.class);
        assertThat(undo.pay(example.world())).isInstanceOf(Payment.AlreadyRight.class);
        assertThat(example.state()).isEqualTo(before);
    }

    private void while_down(Example example) throws Exception {
        Undo undo = applied(example);
        example.down();
        assertThatThrownBy(() -> undo.pay(example.world())).isInstanceOf(DrillException.class);
        assertThat(undo.gone(example.world())).isInstanceOf(Verdict.Unknown.class);
        assertThat(example.fault().tookHold(example.world())).isInstanceOf(Verdict.Unknown.class);
        assertThatThrownBy(() -> example.fault().undo(example.world())).isInstanceOf(DrillException.class);
        example.up();
        undo.pay(example.world());
        assertThat(undo.gone(example.world())).isInstanceOf(Verdict.Holds.class);
    }

    private void third_value(Example example) throws Exception {
        assumeTrue(example.thirdValue().isPresent(), "there is no third value");
        Undo undo = applied(example);
        example.thirdValue().get().run();
        String theirs = example.state();
        assertThat(undo.pay(example.world())).isInstanceOf(Payment.LeftAlone.class);
        assertThat(example.state()).isEqualTo(theirs);
        assertThat(undo.gone(example.world())).isInstanceOf(Verdict.Holds.class);
    }

    private void as_typed(Example example) throws Exception {
        String before = example.state();
        Undo undo = applied(example);
        String typed = undo.asTyped(example.world());
        String program = typed.split(" ")[0];
        assumeTrue(
                Command.of("sh", "-c", "command -v \"$0\"", program).run().succeeded(), program + " is not installed");
        assertThat(Command.of("bash", "-c", typed).run().output()).doesNotContain("rror");
        assertThat(example.state()).isEqualTo(before);
    }

    /** As a drill does it: the undo is on disk first, and whoever pays reads it there. */
    private static Undo applied(Example example) {
        Undo owed = example.fault().undo(example.world());
        String onDisk = written(owed);
        example.fault().apply(example.world(), owed);
        return read(onDisk);
    }

    private static String written(Undo undo) {
        return JSON.writerFor(Undo.class).writeValueAsString(undo);
    }

    private static Undo read(String written) {
        return JSON.readValue(written, Undo.class);
    }
}

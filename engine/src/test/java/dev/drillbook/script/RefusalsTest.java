package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.GroovyShell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text writes a file when Groovy compiles or runs it, as the first test shows; in a runbook none ever does. */
class RefusalsTest {
    private static final String TOUCH = "new File('FILE').createNewFile()";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("harmful")
    void plain_groovy_does_the_harm(String text, String told) throws Exception {
        Path file = folder.resolve("harm");
        try {
            new GroovyShell().evaluate(text.replace("FILE", file.toString()));
        } catch (RuntimeException e) {
            assertThat(e).as("it failed after the harm").isNotNull();
        }
        for (int i = 0; i < 200 && !Files.exists(file); i++) Thread.sleep(25); // a process or thread of its own
        assertThat(file).exists();
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void a_runbook_is_refused_and_does_nothing(String text, String told) {
        Path file = folder.resolve("harm");
        assertThat(Nouns.mistakes(text)).contains(told);
        assertThat(Nouns.mistakes(text.replace("FILE", file.toString()))).isNotEmpty();
        assertThat(file).doesNotExist();
        assertThat(Path.of("FILE")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (line in Path.of('/etc/hostname').toFile()) after 1.minute inject 'x', \"$line\"",
                "briefing \"${Path.of('/proc/self').toRealPath()}\"",
                "briefing \"${Path.of('/etc/hostname').toFile().size()}\"",
                "briefing \"${[(URI.create('http://127.0.0.1').toURL()): 1].size()}\"",
            })
    void the_types_of_inputs_lead_neither_to_the_disk_nor_to_the_network(String text) {
        assertThat(Nouns.mistakes(text))
                .anyMatch(told -> told.matches("1:\\d+: a runbook may not call (Path|URI)\\..*"));
    }

    static Stream<Arguments> harmful() {
        return Stream.of(
                // at compile time
                refused(
                        "@groovy.transform.ASTTest({ " + TOUCH + " })\ndef x = 1; x++",
                        "1:1: @ASTTest has no place in a runbook: delete the annotation"),
                refused(
                        "@groovy.transform.ASTTest({ " + TOUCH + " })\nimport java.util.List",
                        "1:1: @ASTTest has no place in a runbook: delete the annotation"),
                refused(
                        "@groovy.transform.ASTTest({ " + TOUCH + " })\nclass A { }",
                        "1:1: a class or trait has no place in a runbook: write the sentences one below the other"),
                refused(
                        "@groovy.transform.ASTTest({ " + TOUCH + " })\ntrait A { }",
                        "1:1: a class or trait has no place in a runbook: write the sentences one below the other"),
                refused(
                        "@groovy.transform.ASTTest({ " + TOUCH + " })\nenum A { B }",
                        "1:1: an enum has no place in a runbook: write the sentences one below the other"),
                refused(
                        "@groovy.transform.ASTTest({ " + TOUCH + " })\ndef a() { }",
                        "1:1: a method has no place in a runbook: write the sentences one below the other"),
                refused(
                        "def a() {\n@groovy.transform.ASTTest({ " + TOUCH + " })\ndef x = 1; x }",
                        "1:1: a method has no place in a runbook: write the sentences one below the other"),
                refused(
                        "def c = {\n@groovy.transform.ASTTest({ " + TOUCH + " })\ndef x = 1; x }; c()",
                        "2:1: @ASTTest has no place in a runbook: delete the annotation"),
                refused(
                        "if (true) {\n@groovy.transform.ASTTest({ " + TOUCH + " })\ndef x = 1; x++ }",
                        "2:1: @ASTTest has no place in a runbook: delete the annotation"),
                refused(
                        "try {\n@groovy.transform.ASTTest({ " + TOUCH + " })\ndef x = 1; x++ } finally { }",
                        "1:1: try has no place in a runbook: take out what may fail"),
                refused(
                        "def o = new Object() {\n@groovy.transform.ASTTest({ " + TOUCH + " })\nint x }; o",
                        "1:9: new has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "@groovy.transform.TypeChecked(extensions = 'dev/drillbook/script/harm.groovy') def a() { 'FILE' }\na()",
                        "1:1: a method has no place in a runbook: write the sentences one below the other"),
                // when it is loaded
                refused(TOUCH, "1:1: new has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "class A { static { " + TOUCH + " } }\nnew A()",
                        "1:1: a class or trait has no place in a runbook: write the sentences one below the other"),
                refused(
                        "['touch', 'FILE'].execute()",
                        "1:19: a runbook may not call List.execute: it only describes a drill"),
                refused(
                        "'touch FILE'.execute()",
                        "1:14: a runbook may not call String.execute: it only describes a drill"),
                refused(
                        "'touch FILE'.'execute'()",
                        "1:14: a runbook may not call String.execute: it only describes a drill"),
                refused(
                        "\"touch ${'FILE'}\".invokeMethod('execute', null)",
                        "1:19: a runbook may not call GString.invokeMethod: it only describes a drill"),
                refused(
                        "'touch FILE'.\"${'execute'}\"()",
                        "1:1: 'touch FILE.\"${execute}\"()' has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "Runtime.runtime.exec('touch FILE')",
                        "1:17: a runbook may not call Runtime.exec: it only describes a drill"),
                refused("Eval.me(\"" + TOUCH + "\")", "1:6: a runbook may not call Eval.me: it only describes a drill"),
                refused(
                        "evaluate(\"" + TOUCH + "\")",
                        "1:1: a runbook may not call Script.evaluate: it only describes a drill"),
                refused(
                        "java.nio.file.Files.createFile(java.nio.file.Path.of('FILE'))",
                        "1:51: a runbook may not call Path.of: it only describes a drill"),
                refused(
                        "java.nio.file.Files.createFile(java.nio.file.FileSystems.getDefault().getPath('FILE'))",
                        "1:58: a runbook may not call FileSystems.getDefault: it only describes a drill"),
                refused(
                        "Thread.start { " + TOUCH + " }",
                        "1:8: a runbook may not call Thread.start: it only describes a drill"),
                refused(
                        "def c = { " + TOUCH + " }; c()",
                        "1:11: new has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "[1].each { " + TOUCH + " }",
                        "1:12: new has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "['touch FILE']*.execute()",
                        "1:1: '[touch FILE]*.execute()' has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "def f = 'touch FILE'.&execute; f()",
                        "1:9: a method pointer (.&) has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "def f = Runtime.runtime::exec; f('touch FILE')",
                        "1:9: a method reference (::) has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "['FILE'] as FileOutputStream",
                        "1:1: a cast (as) has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "(FileOutputStream) ['FILE']",
                        "1:1: a cast (as) has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "FileOutputStream f = ['FILE']; f",
                        "1:18: a type before 'f' has no place in a runbook: write def f"),
                refused(
                        "for (FileOutputStream f in [['FILE']]) f.flush()",
                        "1:23: a type before 'f' has no place in a runbook: write for (f in 1..3)"),
                refused(
                        "def f = { FileOutputStream f -> f.flush() }; f(['FILE'] as FileOutputStream)",
                        "1:11: a block's parameter has no place in a runbook: write the words alone between { and }"),
                refused(
                        "\"${-> " + TOUCH + "}\".toString()",
                        "1:7: new has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "def (a, b) = [" + TOUCH + ", 1]; a",
                        "1:1: several names after one def has no place in a runbook: write a def for each"),
                refused(
                        "switch (1) { case 1: " + TOUCH + " }",
                        "1:1: switch has no place in a runbook: write if and else"),
                refused("assert " + TOUCH, "1:1: assert has no place in a runbook: write steadyState"),
                refused("return " + TOUCH, "1:1: return has no place in a runbook: delete it"),
                refused(
                        "String.metaClass.touch = { -> " + TOUCH + " }; 'x'.touch()",
                        "1:31: new has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "'FILE'.with { new File(it).createNewFile() }",
                        "1:15: new has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "getClass().classLoader.loadClass('groovy.util.Eval').getMethod('me', String).invoke(null, \""
                                + TOUCH + "\")",
                        "1:1: a runbook may not call Object.getClass: it only describes a drill"),
                refused(
                        "Class.forName('groovy.util.Eval').me(\"" + TOUCH + "\")",
                        "1:7: a runbook may not call Class.forName: it only describes a drill"));
    }

    @ParameterizedTest
    @MethodSource("groovysOwn")
    void what_groovy_gives_to_every_script_is_not_for_runbooks(String text, String told) {
        assertThat(Nouns.mistakes(text)).contains(told);
    }

    static Stream<Arguments> groovysOwn() {
        return Stream.of(
                refused("System.exit(1)", "1:8: a runbook may not call System.exit: it only describes a drill"),
                refused("println 'x'", "1:1: a runbook may not call Script.println: it only describes a drill"),
                refused("run()", "1:1: a runbook may not call TheRunbook.run: it only describes a drill"),
                refused("binding", "1:1: 'binding' is Groovy's own: a runbook only describes a drill"),
                refused("this.title 'x'", "1:1: 'this' has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "super.title 'x'",
                        "1:1: 'super' has no place in a runbook: write plain words, values and nouns"),
                refused("sleep 1000", "1:1: a runbook may not call Object.sleep: it only describes a drill"),
                refused("rehearsal { owner }", "1:13: 'owner' is Groovy's own: a runbook only describes a drill"),
                refused(
                        "rehearsal { delegate.after 1.second note 'x' }",
                        "1:13: 'delegate' is Groovy's own: a runbook only describes a drill"),
                refused(
                        "title 'x'.class.name",
                        "1:11: no '.class' here: delete it; only numbers have units and traffic has signals"),
                refused(
                        "setProperty 'x', 1",
                        "1:1: a runbook may not call Script.setProperty: it only describes a drill"),
                refused(
                        "invokeMethod 'run', null",
                        "1:1: a runbook may not call Script.invokeMethod: it only describes a drill"),
                refused(
                        "title new Object().toString()",
                        "1:7: new has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "title 'x'.@value",
                        "1:7: field access (.@) has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "def f = (int x) -> x; f",
                        "1:9: a lambda (->) has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "def a = new int[1]; a",
                        "1:9: an array has no place in a runbook: write plain words, values and nouns"),
                refused(
                        "interface A { }",
                        "1:1: an interface has no place in a runbook: write the sentences one below the other"),
                refused(
                        "record A(int x) { }",
                        "1:1: a class or trait has no place in a runbook: write the sentences one below the other"),
                refused("package a\ntitle 'x'", "1:1: a package has no place in a runbook: delete the line"),
                refused(
                        "import static java.lang.System.exit\nexit 1",
                        "1:1: an import has no place in a runbook: delete the line; words, nouns and types are there already"),
                refused(
                        "import java.util.*",
                        "1:1: an import has no place in a runbook: delete the line; words, nouns and types are there already"),
                refused(
                        "@Grab('no.such:thing:1.0') import no.such.Thing",
                        "1:1: @Grab has no place in a runbook: delete the annotation"),
                refused(
                        "  @groovy.lang.Grab('no.such:thing:1.0')\n\ntitle 'x'",
                        "1:3: @Grab has no place in a runbook: delete the annotation"),
                refused(
                        "@Grab('no.such:thing:1.0') def x = 1",
                        "1:1: @Grab has no place in a runbook: delete the annotation"),
                refused(
                        "@groovy.transform.BaseScript(Script) def x",
                        "1:1: @BaseScript has no place in a runbook: delete the annotation"),
                refused(
                        "@groovy.transform.Field def x = 1",
                        "1:1: @Field has no place in a runbook: delete the annotation"),
                refused("throw new Error()", "1:1: throw has no place in a runbook: delete it"),
                refused("synchronized (1) { }", "1:1: synchronized has no place in a runbook: delete it"),
                refused(
                        "for (int i = 0; i < 3; i++) { }",
                        "1:1: for (;;) has no place in a runbook: write for (x in 1..3)"),
                refused("dev.drillbook.script.Scripts.read(null)", "1:30: Scripts has no 'read': delete it"));
    }

    /** Of what is no map, Groovy reads the property of that name: {@code System['env']} is the environment. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "title \"${System['env']['PATH']}\"",
                "title \"${InetAddress['localHost']}\"",
                "title \"${'x'['class']}\"",
                "title \"${'x'?['class']}\"",
                "title \"${traffic['class']}\"",
                "title \"${traffic?['class']}\"",
                "title \"${1['class']}\"",
                "title \"${['x']['class']}\"",
                "title \"${[a: 'x', b: 1]['a']['class']}\"",
                "title \"${'x'[\"${'class'}\"]}\"",
                "def x = System\ntitle \"${x['env']}\"\nx = [env: 1]\ntitle \"${x['env']}\"",
                "rehearsal { after 1.second note \"${'x'['class']}\" }"
            })
    void a_name_in_brackets_reaches_nothing_but_what_a_map_has(String text) {
        assertThat(Nouns.mistakes(text))
                .anyMatch(told -> told.endsWith(
                        "] here: delete it; only lists and texts have places, by number, and maps have keys"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System['in'] = 1",
                "Locale['default'] = Locale.ROOT",
                "traffic['a'] = 1",
                "def x = 'x'\nx['a'] += 1",
                "def x = traffic\nx['a']++",
                "def x = traffic\n--x['a']['b']",
                "def x = [a: 1]\nx?['a'] = 2"
            })
    void nothing_is_set_by_a_name_in_brackets(String text) {
        assertThat(Nouns.mistakes(text))
                .anyMatch(told -> told.endsWith("setting what is between [ and ] has no place in a runbook: write the"
                        + " value where its list or map is made"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Boolean.getBoolean('p')",
                "Integer.getInteger('p')",
                "Integer.getInteger('p', 3)",
                "Long.getLong('p')",
                "'x'.getAt('class')",
                "System.getAt('env')",
                "\"${1}\".invokeMethod('toString', null)"
            })
    void values_do_not_look_around(String text) {
        assertThat(Nouns.mistakes("title \"${" + text + "}\""))
                .anyMatch(told -> told.endsWith("it only describes a drill"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:17: no [env] here: delete it; only lists and texts have places, by number, and maps have keys",
                "2:1: setting what is between [ and ] has no place in a runbook: write the value where its list or map is made"
            })
    void what_is_wrong_with_brackets_is_told_at_its_place(String told) {
        assertThat(Nouns.mistakes("title \"${System['env']}\"\nSystem['in'] = 1"))
                .contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['x', 'y'][0]",
                "['x', 'y']?[-1]",
                "['x', 'y'][0..1]",
                "(1..3)[1 + 1]",
                "[1, 2][0L]",
                "'text'[0]",
                "'text'[0..1]",
                "\"${1}\"[0]",
                "[a: 1]['a']",
                "[a: 1]?['class']",
                "[a: [b: 'text']]['a']['b'][0]"
            })
    void what_stands_at_a_place_or_under_a_key_may_be_said(String value) {
        assertThat(Nouns.mistakes("severity 2\nsteadyState traffic.stale.below(1.percent)\n"
                        + "after 1.minute inject 'support', 'text'\ntitle \"${" + value + "}\""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shell.run('x').apply(null)",
                "Shell.run('x').undoneBy('y').undo(null)",
                "Shell.run('x').undoneBy('y').tookHold(null)",
                "Redis.at(input('r', URI)).keys('x').removal(null)",
                "traffic.errors.below(1.percent).ask(null)"
            })
    void nothing_that_acts_on_the_world_can_be_called(String text) {
        assertThat(Nouns.mistakes(text)).anyMatch(told -> told.contains("only describes a drill"));
    }

    private static Arguments refused(String text, String told) {
        return Arguments.of(text, told);
    }

    @Test
    void an_import_is_told_where_it_stands_and_what_is_annotated_to_it_too() {
        String told =
                ": an import has no place in a runbook: delete the line; words, nouns and types are there already";
        assertThat(Nouns.mistakes("@Grab('no.such:thing:1.0') import no.such.Thing"))
                .contains("1:1: @Grab has no place in a runbook: delete the annotation", "1:28" + told);
        assertThat(Nouns.mistakes("title 'x'\n@Grab('no.such:thing:1.0')\n@Newify\nimport no.such.Thing"))
                .endsWith(
                        "2:1: @Grab has no place in a runbook: delete the annotation",
                        "3:1: @Newify has no place in a runbook: delete the annotation",
                        "4:1" + told);
    }

    @Test
    void what_is_secret_is_no_business_of_a_runbooks() {
        assertThat(Nouns.mistakes("title Secret.hidden('words')"))
                .contains("1:14: a runbook may not call Secret.hidden: it only describes a drill");
    }
}

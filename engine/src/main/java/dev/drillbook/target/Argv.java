package dev.drillbook.target;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drillbook.process.Command;
import dev.drillbook.process.Finished;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a command, some of them left open. */
record Argv(@JsonValue List<Value<?>> words) {
    @JsonCreator
    Argv {
        words = List.copyOf(words);
        if (words.isEmpty())
            throw new Invalid(
                    "Shell: a command without a word; write one, such as Shell.run('systemctl', 'stop', 'shop')");
    }

    static Argv of(Object... words) {
        if (words.length > 0 && words[0] instanceof CharSequence program && isRelative(program.toString()))
            throw new Invalid(
                    "Shell: '" + program + "' is relative, and whoever puts it back may stand elsewhere: write"
                            + " the whole path, or a name that is found on the PATH");
        return new Argv(Arrays.stream(words).<Value<?>>map(Argv::word).toList());
    }

    private static boolean isRelative(String program) {
        return program.contains("/") && !Path.of(program).isAbsolute();
    }

    private static Value<?> word(Object word) {
        if (word instanceof Value<?> value && value.type() == Secret.class) throw seen(value);
        if (word instanceof Value<?> value) return value;
        if (word == null)
            throw new Invalid("Shell: a word of the command is nothing: write a text, a number or an input");
        return new Literal<>(String.class, Words.text(word));
    }

    private static Invalid seen(Value<?> secret) {
        return new Invalid("Shell: '" + secret.inWords() + "' is a secret, and everyone on the machine sees a command's"
                + " words: pass it with .environment(NAME: …), and let the command read $NAME");
    }

    /**
     * @param folder from which its relative words are read
     * @throws DrillException when it cannot be started, or runs into the time limit
     */
    Finished run(World world, Variables variables, Path folder, Duration timeout) {
        try {
            Finished finished = variables
                    .in(Command.of(resolved(world)), world)
                    .in(folder)
                    .within(timeout)
                    .run();
            if (finished.timedOut())
                throw new DrillException("command " + inWords() + " did not end within " + seconds(timeout)
                        + " and was ended" + last(finished) + "; give it more time with within(…)");
            return finished;
        } catch (IOException e) {
            throw new DrillException(
                    "command " + inWords() + " cannot be started (" + Words.why(e) + "): check its name", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException("command " + inWords() + " was interrupted, and ended: run it again", e);
        }
    }

    /** @throws DrillException also when it fails */
    void mustRun(World world, Variables variables, Path folder, Duration timeout) {
        Finished finished = run(world, variables, folder, timeout);
        if (!finished.succeeded())
            throw new DrillException("command " + inWords() + " failed with exit code " + finished.exit()
                    + last(finished) + "; try it by hand");
    }

    private static String last(Finished finished) {
        String[] lines = finished.output().strip().split("\\R");
        String last = lines[lines.length - 1];
        return last.isEmpty() ? "" : ": " + last;
    }

    private static String seconds(Duration time) {
        return Words.text(java.math.BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros()) + " s";
    }

    private List<String> resolved(World world) {
        words.stream()
                .filter(word -> world.secretly(word).isPresent())
                .findFirst()
                .ifPresent(secret -> {
                    throw seen(secret);
                });
        return words.stream().map(word -> String.valueOf(world.resolve(word))).toList();
    }

    /** The command's own name, without what it is given. */
    String program(World world) {
        return resolved(world).get(0);
    }

    /** With inputs by name. */
    String inWords() {
        return "'" + words.stream().map(Value::inWords).collect(Collectors.joining(" ")) + "'";
    }

    String typed(World world, Variables variables) {
        return variables.typed(world)
                + resolved(world).stream().map(Words::quoted).collect(Collectors.joining(" "));
    }
}

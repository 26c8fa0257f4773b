package dev.drillbook.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.drillbook.process.Finished;
import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Touched;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Any command: the escape hatch. Its words may be texts, numbers or inputs, and no shell reads them. Each command may take
 * 30 s, or what {@code within} says; then it is ended with everything that it started. All run in the folder of the
 * engine that applies the fault, whoever pays.
 */
public final class Shell {
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final Path HERE = Path.of("").toAbsolutePath();

    private Shell() {}

    public static Harm run(Object... argv) {
        return new Harm(Argv.of(argv), Variables.NONE, USUAL_TIMEOUT);
    }

    /** A command that does harm. It is no {@link Fault} until someone says how it is undone. */
    public record Harm(Argv argv, Variables variables, Duration timeout) implements Change {
        public Harm within(Duration time) {
            return new Harm(argv, variables, time);
        }

        /** What it finds in its environment, and so do the commands that undo and show it: secrets, for one. */
        public Harm environment(Map<String, ?> given) {
            return new Harm(argv, Variables.of(given), timeout);
        }

        /** The command that puts it back. Where running it twice does harm, add {@link Undoable#shownBy}. */
        public Undoable undoneBy(Object... undo) {
            return new Undoable(this, Argv.of(undo), null, new Ran());
        }

        @Override
        public String inWords() {
            return "run " + argv.inWords();
        }

        @Override
        public Touched touches(World world) {
            return new Touched("Shell", argv.program(world));
        }

        @Override
        public void apply(World world) {
            argv.mustRun(world, variables, HERE, timeout);
        }
    }

    public record Undoable(Harm harm, Argv undo, Argv shown, Ran ran) implements Fault {
        /** A command that exits 0 while the fault is there, 1 when it is not; any other code says that nobody can tell. */
        public Undoable shownBy(Object... query) {
            return new Undoable(harm, undo, Argv.of(query), ran);
        }

        /** The longest time that each of the commands may take. */
        public Undoable within(Duration time) {
            return new Undoable(harm.within(time), undo, shown, ran);
        }

        /** What each of the commands finds in its environment. */
        public Undoable environment(Map<String, ?> given) {
            return new Undoable(harm.environment(given), undo, shown, ran);
        }

        @Override
        public String inWords() {
            return harm.inWords();
        }

        @Override
        public Touched touches(World world) {
            return harm.touches(world);
        }

        @Override
        public void apply(World world) {
            harm.apply(world);
            ran.now();
        }

        @Override
        public Undo undo(World world) {
            harm.argv.typed(world, harm.variables); // an input without a value must be known before the harm
            undo.typed(world, harm.variables);
            if (shown != null && isThere(shown, world, harm.variables, HERE, harm.timeout))
                throw new DrillException(shown.inWords()
                        + " says that the fault is there already: it would change nothing; put it back first");
            return new Command(undo, shown, harm.variables, HERE.toString(), harm.timeout, new Ran());
        }

        @Override
        public Verdict tookHold(World world) {
            if (shown == null) return ran.verdict("the command");
            return Asked.verdict(() -> isThere(shown, world, harm.variables, HERE, harm.timeout)
                    ? new Verdict.Holds(shown.inWords() + " exits 0")
                    : new Verdict.Broken(shown.inWords() + " exits 1"));
        }
    }

    /**
     * @param shownBy a command, or null
     * @param folder the whole path of the one in which the fault was applied, for words may be relative; older journals
     *     know none (null): then that of whoever pays
     */
    record Command(
            Argv argv,
            Argv shownBy,
            Variables variables,
            String folder,
            Duration timeout,
            @JsonIgnore Ran ran) implements Undo {
        Command {
            if (ran == null) ran = new Ran();
            if (variables == null) variables = Variables.NONE; // older journals know none
        }

        @Override
        public String asTyped(World world) {
            return (folder == null ? "" : "cd " + Words.quoted(folder) + " && ") + argv.typed(world, variables);
        }

        @Override
        public Payment pay(World world) {
            if (shownBy != null && gone(world).holds()) return new Payment.AlreadyRight(shownBy.inWords() + " exits 1");
            argv.mustRun(world, variables, there(), timeout);
            ran.now();
            return new Payment.PutBack(argv.inWords());
        }

        /** Each of its commands ends by itself before that. */
        @Override
        public Duration patience() {
            return timeout.multipliedBy(shownBy == null ? 1 : 3).plus(TO_END);
        }

        @Override
        public Verdict gone(World world) {
            if (shownBy == null) return ran.verdict("the undo");
            return Asked.verdict(() -> isThere(shownBy, world, variables, there(), timeout)
                    ? new Verdict.Broken(shownBy.inWords() + " still exits 0")
                    : new Verdict.Holds(shownBy.inWords() + " exits 1"));
        }

        private Path there() {
            if (folder == null) return HERE;
            Path there = Path.of(folder);
            if (Files.isDirectory(there)) return there;
            throw new DrillException(
                    "the folder " + folder + ", in which the fault was applied, cannot be found: make it"
                            + " again, or put this back by hand and write it off");
        }
    }

    /** As test(1) and grep(1) answer. @throws DrillException for any other code: the query itself failed */
    private static boolean isThere(Argv query, World world, Variables variables, Path folder, Duration timeout) {
        Finished answer = query.run(world, variables, folder, timeout);
        if (answer.exit() > 1)
            throw new DrillException("command " + query.inWords() + " says neither yes (0) nor no (1) but "
                    + answer.exit() + ": check it, or wrap it in a script");
        return answer.exit() == 0;
    }
}

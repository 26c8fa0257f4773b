package dev.drillbook.target;

import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.time.Duration;
import java.util.List;

/** Any command: the escape hatch. Words of the command line may be texts, numbers or inputs; no shell reads them. */
public final class Shell {
    private Shell() {}

    public static Harm run(Object... argv) {
        return new Harm(List.of(), Duration.ofSeconds(30));
    }

    /** A command that does harm. It is no {@link Fault} until someone says how it is undone. */
    public record Harm(List<Value<?>> argv, Duration timeout) implements Change {
        public Harm within(Duration time) {
            return new Harm(argv, time);
        }

        public Undoable undoneBy(Object... undo) {
            return new Undoable(argv, List.of(), List.of(), timeout);
        }

        @Override
        public String inWords() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void apply(World world) {
            throw new UnsupportedOperationException();
        }
    }

    public record Undoable(List<Value<?>> argv, List<Value<?>> undo, List<Value<?>> shown, Duration timeout)
            implements Fault {
        /** A command that exits 0 while the fault is there. */
        public Undoable shownBy(Object... query) {
            return new Undoable(argv, undo, List.of(), timeout);
        }

        /** The longest time that each of the commands may take. */
        public Undoable within(Duration time) {
            return new Undoable(argv, undo, shown, time);
        }

        @Override
        public String inWords() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void apply(World world) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Undo undo(World world) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verdict tookHold(World world) {
            throw new UnsupportedOperationException();
        }
    }

    record Command(List<Value<?>> argv, List<Value<?>> shownBy, Duration timeout) implements Undo {
        @Override
        public String asTyped(World world) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Payment pay(World world) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verdict gone(World world) {
            throw new UnsupportedOperationException();
        }
    }
}

package dev.drillbook.target;

import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;

/** A running PostgreSQL. */
public final class Postgres {
    private final Value<URI> server;

    private Postgres(Value<URI> server) {
        this.server = server;
    }

    public static Postgres at(Value<URI> server) {
        return new Postgres(server);
    }

    public static Postgres at(String server) {
        return at(new Literal<>(URI.class, URI.create(server)));
    }

    public Harm run(String sql) {
        return new Harm(server, sql);
    }

    public Query query(String sql) {
        return new Query(server, sql);
    }

    /** A statement that does harm. It is no {@link Fault} until someone says how it is undone. */
    public record Harm(Value<URI> server, String sql) implements Change {
        public Undoable undoneBy(String undo) {
            return new Undoable(server, sql, undo, null);
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

    public record Undoable(Value<URI> server, String sql, String undo, String shown) implements Fault {
        public Undoable shownBy(String query) {
            return new Undoable(server, sql, undo, query);
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

    public record Query(Value<URI> server, String sql) {
        public Probe below(Number limit) {
            throw new UnsupportedOperationException();
        }

        public Probe above(Number limit) {
            throw new UnsupportedOperationException();
        }

        public Probe answers(String text) {
            throw new UnsupportedOperationException();
        }
    }

    record Statement(Value<URI> server, String sql, String shownBy) implements Undo {
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

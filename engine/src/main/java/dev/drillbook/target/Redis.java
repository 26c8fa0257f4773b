package dev.drillbook.target;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;
import java.util.Map;

/** A running Redis. */
public final class Redis {
    private final Value<URI> server;

    private Redis(Value<URI> server) {
        this.server = server;
    }

    public static Redis at(Value<URI> server) {
        return new Redis(server);
    }

    public static Redis at(String server) {
        return at(new Literal<>(URI.class, URI.create(server)));
    }

    public Fault config(Map<String, ?> settings) {
        throw new UnsupportedOperationException();
    }

    public Residue keys(String pattern) {
        throw new UnsupportedOperationException();
    }

    public Probe ping() {
        throw new UnsupportedOperationException();
    }

    record Restore(Value<URI> server) implements Undo {
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

    record Removal(Value<URI> server, String pattern) implements Undo {
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

package dev.drillbook.target;

import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;

/** A web server. */
public final class Http {
    private final Value<URI> server;

    private Http(Value<URI> server) {
        this.server = server;
    }

    public static Http at(Value<URI> server) {
        return new Http(server);
    }

    public static Http at(String server) {
        return at(new Literal<>(URI.class, URI.create(server)));
    }

    public Get get(String path) {
        return new Get(server, path);
    }

    public record Get(Value<URI> server, String path) {
        public Answers answers(int status) {
            return new Answers(this, status, null);
        }
    }

    public record Answers(Get get, int status, String text) implements Probe {
        public Answers containing(String wanted) {
            return new Answers(get, status, wanted);
        }

        @Override
        public String inWords() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verdict ask(World world) {
            throw new UnsupportedOperationException();
        }
    }
}

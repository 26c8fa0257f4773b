package dev.drillbook.target;

import dev.drillbook.runbook.Invalid;
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
        return at(Address.literal("Http", server));
    }

    /** @param path from the address on, such as {@code /health?deep=1} */
    public Get get(String path) {
        return new Get(server, path);
    }

    /** A question, unfinished until it is said which answer is right. */
    public record Get(Value<URI> server, String path) {
        public Get {
            if (!path.startsWith("/")) throw new Invalid("Http get '" + path + "': write a path that begins with /");
        }

        /** Holds while it answers with this status; redirects are not followed. */
        public Answers answers(int status) {
            return new Answers(this, status, "");
        }
    }

    /** @param text what the answer's first megabyte must contain */
    public record Answers(Get get, int status, String text) implements Probe {
        public Answers {
            if (status < 100 || status > 599)
                throw new Invalid("Http answers " + status + ": write a status such as 200");
        }

        /** Holds only while the answer also contains this text. */
        public Answers containing(String wanted) {
            return new Answers(get, status, wanted);
        }

        @Override
        public String inWords() {
            String question = "GET " + Address.inWords(get.server) + get.path + " answers " + status;
            return text.isEmpty() ? question : question + " containing '" + text + "'";
        }

        /** Broken also where nobody answers: that is what users see. */
        @Override
        public Verdict ask(World world) {
            return Asked.verdict(() -> {
                HttpAnswer answer = HttpAnswer.to(world.resolve(get.server), get.path);
                boolean right = answer.status() == status && answer.body().contains(text);
                String seen = answer.inWords() + (answer.status() == status && !right ? " without '" + text + "'" : "");
                return right ? new Verdict.Holds(seen) : new Verdict.Broken(seen);
            });
        }
    }
}

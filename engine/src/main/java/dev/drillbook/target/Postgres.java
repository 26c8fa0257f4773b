package dev.drillbook.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Touched;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** A running PostgreSQL. Connecting may take 10 s, a statement 30 s. */
public final class Postgres {
    private final Value<URI> server;

    private Postgres(Value<URI> server) {
        this.server = server;
    }

    public static Postgres at(Value<URI> server) {
        return new Postgres(server);
    }

    public static Postgres at(String server) {
        return at(Address.literal("Postgres", server));
    }

    /** Runs a statement (or several, in one transaction). */
    public Harm run(String sql) {
        return new Harm(server, sql);
    }

    /** Asks for the first column of a query's first row. */
    public Query query(String sql) {
        return new Query(server, sql);
    }

    /** A statement that does harm. It is no {@link Fault} until someone says how it is undone. */
    public record Harm(Value<URI> server, String sql) implements Change {
        public Harm {
            if (sql.isBlank())
                throw new Invalid("Postgres: an empty statement; write one, such as 'DROP INDEX orders_day'");
        }

        /** The statement that puts it back. Where running it twice does harm, add {@link Undoable#shownBy}. */
        public Undoable undoneBy(String undo) {
            return new Undoable(this, new Harm(server, undo), null, new Ran());
        }

        @Override
        public String inWords() {
            return "run '" + sql + "' in PostgreSQL " + Address.inWords(server);
        }

        @Override
        public Touched touches(World world) {
            return new Touched("Postgres", new Address(world.resolve(server)).shown());
        }

        @Override
        public void apply(World world) {
            on(server, world).run(sql, session());
        }

        /** The name of its session, by which whoever undoes it finds it. */
        private String session() {
            return "drillbook harm " + UUID.nameUUIDFromBytes(sql.getBytes(StandardCharsets.UTF_8));
        }
    }

    public record Undoable(Harm harm, Harm undo, String shownBy, Ran ran) implements Fault {
        /** A query whose first column is true while the fault is there. */
        public Undoable shownBy(String query) {
            return new Undoable(harm, undo, query, ran);
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
            PostgresServer at = on(harm.server, world);
            if (shownBy == null) at.first("SELECT 1"); // at least it answers
            else if (isThere(at, shownBy))
                throw new DrillException(
                        at + ": '" + shownBy + "' is true already: the fault would change nothing; put it back first");
            return new Statement(harm.server, undo.sql, shownBy, harm.session(), new Ran());
        }

        @Override
        public Verdict tookHold(World world) {
            if (shownBy == null) return ran.verdict("the statement");
            return Asked.verdict(() -> isThere(on(harm.server, world), shownBy)
                    ? new Verdict.Holds(shownBy + ": true")
                    : new Verdict.Broken(shownBy + ": not true"));
        }
    }

    /**
     * @param shownBy a query, or null
     * @param harm the session of the statement that is undone, which may still run; null in an old journal
     */
    record Statement(
            Value<URI> server,
            String sql,
            String shownBy,
            String harm,
            @JsonIgnore Ran ran) implements Undo {
        Statement {
            if (ran == null) ran = new Ran();
        }

        @Override
        public String asTyped(World world) {
            return on(server, world).typed(sql);
        }

        @Override
        public Payment pay(World world) {
            PostgresServer at = on(server, world);
            if (harm != null) at.end(harm);
            if (shownBy != null && gone(world).holds()) return new Payment.AlreadyRight(shownBy + ": not true");
            at.run(sql); // also where the query failed: the harm may be the reason
            ran.now();
            return new Payment.PutBack(sql);
        }

        @Override
        public Verdict gone(World world) {
            if (shownBy == null) return ran.verdict("the undo");
            return Asked.verdict(() -> isThere(on(server, world), shownBy)
                    ? new Verdict.Broken(shownBy + ": still true")
                    : new Verdict.Holds(shownBy + ": not true"));
        }
    }

    /** A question to PostgreSQL, unfinished until it is said which answer is right. */
    public record Query(Value<URI> server, String sql) {
        /** Holds while the answer is a number under the limit. */
        public Probe below(Number limit) {
            BigDecimal most = new BigDecimal(limit.toString());
            return new Answered(
                    this, "below " + Words.text(limit), answer -> number(answer).compareTo(most) < 0);
        }

        /** Holds while the answer is a number over the limit. */
        public Probe above(Number limit) {
            BigDecimal least = new BigDecimal(limit.toString());
            return new Answered(
                    this, "above " + Words.text(limit), answer -> number(answer).compareTo(least) > 0);
        }

        /** Holds while the answer, written as text, is this one. */
        public Probe answers(Object text) {
            return new Answered(this, "answers " + text, Words.text(text)::equals);
        }

        /** @throws NumberFormatException where it is none: unknown */
        private static BigDecimal number(String answer) {
            try {
                return new BigDecimal(answer);
            } catch (NumberFormatException e) {
                throw new NumberFormatException("'" + answer + "' is no number");
            }
        }

        private record Answered(Query query, String wanted, Predicate<String> isRight) implements Probe {
            @Override
            public String inWords() {
                return "'" + query.sql.strip().replaceAll("\\s+", " ") + "' " + wanted;
            }

            @Override
            public Verdict ask(World world) {
                return Asked.verdict(() -> {
                    String answer = on(query.server, world)
                            .first(query.sql)
                            .map(Words::text)
                            .orElse("nothing");
                    return isRight.test(answer) ? new Verdict.Holds(answer) : new Verdict.Broken(answer);
                });
            }
        }
    }

    static PostgresServer on(Value<URI> server, World world) {
        return new PostgresServer(world.resolve(server));
    }

    private static boolean isThere(PostgresServer at, String query) {
        Optional<Object> answer = at.first(query);
        if (answer.isEmpty()) return false;
        if (answer.get() instanceof Boolean there) return there;
        throw new DrillException(
                at + ": '" + query + "' answers " + answer.get() + ": its first column must be true or false");
    }
}

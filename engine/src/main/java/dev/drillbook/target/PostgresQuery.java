package dev.drillbook.target;

import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.math.BigDecimal;
import java.net.URI;
import java.util.function.Predicate;

/** A question to PostgreSQL, unfinished until it is said which answer is right. */
public record PostgresQuery(Value<URI> server, String sql) {
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

    private record Answered(PostgresQuery query, String wanted, Predicate<String> isRight) implements Probe {
        @Override
        public String inWords() {
            return "'" + query.sql.strip().replaceAll("\\s+", " ") + "' " + wanted;
        }

        @Override
        public Verdict ask(World world) {
            return Asked.verdict(() -> {
                String answer = Postgres.on(query.server, world)
                        .first(query.sql)
                        .map(Words::text)
                        .orElse("nothing");
                return isRight.test(answer) ? new Verdict.Holds(answer) : new Verdict.Broken(answer);
            });
        }
    }
}

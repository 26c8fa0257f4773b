package dev.drillbook.environment;

import dev.drillbook.process.Command;
import dev.drillbook.process.Finished;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Password;
import dev.drillbook.runbook.Secret;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a secret is: {@code env:NAME}, {@code file:PATH}, or {@code command:WORDS}, a line for {@code sh} whose output it
 * is. This may be written anywhere; the secret itself nowhere.
 */
public record SecretPlace(String kind, String where) {
    /** What marks an input's value as such a place. */
    public static final String MARK = "secret:";

    private static final String WANTED = "env:NAME, file:PATH or command:WORDS";
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    /** @throws Invalid when it names no place, without repeating it: it may be the secret itself */
    public static SecretPlace of(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length < 2
                || parts[1].isBlank()
                || !List.of("env", "file", "command").contains(parts[0]))
            throw new Invalid("a secret is not written here, but where it is: write " + WANTED);
        return new SecretPlace(parts[0], parts[1]);
    }

    /** The place that an input's value names; empty where it is the value itself. */
    static Optional<SecretPlace> named(String value) {
        if (!value.startsWith(MARK)) return Optional.empty();
        SecretPlace place = of(value.substring(MARK.length()));
        if (place.kind.equals("file") && !Path.of(place.where).isAbsolute())
            throw new Invalid(
                    value + " is no whole path, and whoever pays may run elsewhere: write one that begins with /");
        return Optional.of(place);
    }

    /** @throws Invalid when nothing is there, naming the place */
    public Secret fetch() {
        String text = kind.equals("env") ? System.getenv(where) : kind.equals("file") ? content() : output();
        if (text == null || text.isBlank()) throw new Invalid("there is nothing in " + this + ": put the secret there");
        passwords(text.strip()).forEach(Secret::new);
        return new Secret(text.strip());
    }

    /** As a word of a line for a POSIX shell. */
    String typed() {
        if (kind.equals("env")) return "\"$" + where + "\"";
        return "\"$(" + (kind.equals("file") ? "cat '" + where.replace("'", "'\\''") + "'" : where) + ")\"";
    }

    private String content() {
        try {
            return Files.readString(Path.of(where));
        } catch (IOException e) {
            throw new Invalid(where + " cannot be read: name a file that holds the secret", e);
        }
    }

    /** Nothing of what it says is repeated, for that may be the secret. */
    private String output() {
        try {
            Finished finished = Command.of("sh", "-c", where)
                    .within(TO_ANSWER)
                    .withoutErrors()
                    .run();
            if (finished.succeeded()) return finished.output();
            throw new Invalid(this
                    + (finished.timedOut()
                            ? " did not answer within " + TO_ANSWER.toSeconds() + " s"
                            : " ended with exit code " + finished.exit())
                    + ": try it by hand");
        } catch (IOException e) {
            throw new Invalid(this + " cannot be started: check its name", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Invalid(this + " was interrupted: try again", e);
        }
    }

    /** Those in an address, as they stand there and as they are meant: whoever is asked may repeat them alone. */
    private static List<String> passwords(String secret) {
        List<String> passwords = new ArrayList<>();
        for (String raw : Password.allIn(secret)) {
            passwords.add(raw);
            passwords.add(decoded(raw));
            passwords.add(raw.split("[;,]", 2)[0]); // where other parameters follow so
        }
        return passwords;
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }

    @Override
    public String toString() {
        return kind + ":" + where;
    }
}

package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ClientKillParams;

/** One conversation with a Redis at a time: {@code redis://user:password@host:port/database}, {@code rediss} for TLS. */
final class RedisServer {
    private static final String USUAL_NAME = "drillbook";
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 5_000;

    private final Address address;

    RedisServer(URI uri) {
        if (!uri.getScheme().matches("rediss?"))
            throw new Invalid(
                    "Redis is at a " + uri.getScheme() + " address: write one such as redis://127.0.0.1:6379");
        this.address = new Address(uri);
    }

    /** @throws DrillException when it does not answer, or not well */
    <T> T ask(Function<Jedis, T> question) {
        return ask(USUAL_NAME, question);
    }

    /** @param connection its name, without blanks */
    <T> T ask(String connection, Function<Jedis, T> question) {
        try {
            return askPlainly(connection, question);
        } catch (JedisConnectionException e) {
            throw new DrillException(this + " does not answer (" + Words.why(e) + "): check that it runs", e);
        } catch (JedisException e) {
            throw new DrillException(this + " refuses: " + Words.why(e) + "; check the settings and rights", e);
        }
    }

    <T> T askPlainly(Function<Jedis, T> question) {
        return askPlainly(USUAL_NAME, question);
    }

    private <T> T askPlainly(String connection, Function<Jedis, T> question) {
        try (Jedis redis = new Jedis(new HostAndPort(address.host(), port()), config(connection))) {
            return question.apply(redis);
        }
    }

    /**
     * Ends connections of this name: what was sent on one, and held up on its way, would land later. Where this user may not,
     * they stay.
     */
    static void end(Jedis redis, String connection) {
        try {
            Matcher named = Pattern.compile("(?m)^id=(\\d+) .* name=" + Pattern.quote(connection) + " ")
                    .matcher(redis.clientList());
            while (named.find()) redis.clientKill(new ClientKillParams().id(named.group(1)));
        } catch (JedisDataException forbidden) {
            // nor could they be named
        }
    }

    private DefaultJedisClientConfig config(String connection) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(ANSWER_MILLIS)
                .clientName(connection)
                .autoNegotiateProtocol(false)
                .database(database());
        if (isEncrypted()) config.sslOptions(SslOptions.defaults());
        address.user().ifPresent(config::user);
        address.password().ifPresent(config::password);
        return config.build();
    }

    private int port() {
        return address.port(6379);
    }

    private boolean isEncrypted() {
        return address.uri().getScheme().equals("rediss");
    }

    private int database() {
        if (address.name().isEmpty()) return 0;
        if (!address.name().matches("\\d{1,5}"))
            throw new Invalid(this + ": '" + address.name() + "' is no database: write a number, such as /0");
        return Integer.parseInt(address.name());
    }

    /** @throws DrillException when there is no such setting */
    static String setting(Jedis redis, String name) {
        Map<String, String> found = redis.configGet(name);
        if (!found.containsKey(name))
            throw new DrillException("Redis has no setting '" + name + "': see the names with CONFIG GET '*'");
        return found.get(name);
    }

    /** What a person types before anything else (in bash): a password is asked for, never shown. */
    String login() {
        return address.password().isPresent() ? "read -rs REDISCLI_AUTH && export REDISCLI_AUTH && " : "";
    }

    String typed(String... words) {
        StringBuilder line = new StringBuilder("redis-cli -h " + address.host() + " -p " + port());
        if (isEncrypted()) line.append(" --tls");
        if (database() > 0) line.append(" -n ").append(database());
        address.user().ifPresent(user -> line.append(" --user ").append(Words.quoted(user)));
        for (String word : words) line.append(' ').append(Words.quoted(word));
        return line.toString();
    }

    @Override
    public String toString() {
        return "Redis " + address.shown();
    }
}

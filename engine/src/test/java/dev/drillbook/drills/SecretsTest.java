package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.Drillbook;
import dev.drillbook.slack.loopback.Actor;
import dev.drillbook.slack.loopback.Channel;
import dev.drillbook.slack.loopback.SharedFile;
import dev.drillbook.slack.loopback.SlackOnLoopback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** A drill of a real Redis with a password, in Slack: what can go wrong does, and no secret is told anywhere. */
@Tag("drills")
class SecretsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PASSWORD = "hush-the-password-4713";
    private static final String WRONG = "hush-the-wrong-one-4717";
    private static final String TOKEN = "hush-the-token-4714";

    @TempDir
    private Path home;

    @TempDir
    private Path secrets;

    private SmallService service;
    private Practice practice;
    private URI redis;
    private SlackOnLoopback slack;
    private Channel channel;
    private Actor ann;
    private Path stuck;

    @BeforeEach
    void open() throws IOException {
        stuck = home.resolve("stuck");
        service = new SmallService(home)
                .breaking(
                        "2.minutes",
                        "def cache = input 'cache', URI",
                        "def token = input 'token', Secret",
                        "at 0.seconds apply Redis.at(cache).config('maxmemory-policy': 'allkeys-random')",
                        ("at 1.seconds apply Shell.run('sh', '-c', 'echo with $TOKEN').environment(TOKEN: token)"
                                        + ".undoneBy('sh', '-c', 'echo without $TOKEN; test ! -e %s')")
                                .formatted(stuck));
        practice = new Practice(service.drillbook);
        practice.up();
        redis = practice.address("redis");
        try (Jedis jedis = new Jedis(redis)) {
            jedis.configSet("requirepass", PASSWORD);
        }
        slack = SlackOnLoopback.start();
        ann = slack.joins("U1", "ann");
        channel = slack.opens("drills");
        Files.writeString(
                home.resolve("drillbook.yaml"),
                """
                      cache: secret:file:%s
                      token: secret:command:cat %s
                slack:
                  bot-token: file:%s
                  app-token: file:%s
                  workspaces: [%s]
                  channels: [%s]
                  api: %s
                serve:
                  listen: 127.0.0.1:0
                """.formatted(
                                secret("cache", redis.toString().replace("redis://", "redis://:" + PASSWORD + "@")),
                                secret("token", TOKEN),
                                secret("bot", slack.botToken()),
                                secret("app", slack.appToken()),
                                slack.teamId(),
                                channel.id(),
                                slack.methodsAddress()),
                StandardOpenOption.APPEND);
    }

    private Path secret(String name, String text) throws IOException {
        return Files.writeString(secrets.resolve(name), text);
    }

    @AfterEach
    void close() {
        practice.down();
        slack.close();
        service.close();
    }

    @Test
    void no_secret_is_told_anywhere() throws Exception {
        Drillbook.Running serve = service.drillbook.start("serve");
        try {
            slack.line().awaits(1);
            ann.types("/drill run wrong-mode on lab", channel).answered();
            Path reports = service.drillbook.reports();
            Waiting.until(
                    "both are applied",
                    PATIENCE,
                    () -> Files.exists(reports)
                            && Journals.has(Journals.latest(reports), "opened")
                            && Journals.entries(Journals.latest(reports), "applied")
                                            .size()
                                    == 2);
            isToldNowhere(serve);
            Files.createFile(stuck);
            // what was read is good for fifteen seconds: after that, it cannot even log in
            secret("cache", redis.toString().replace("redis://", "redis://:" + WRONG + "@"));
            TimeUnit.SECONDS.sleep(17);
            ann.types("/drill abort", channel).answered();
            Waiting.until(
                    "both stay owed",
                    PATIENCE,
                    () -> Journals.entries(Journals.latest(reports), "stays-owed")
                                    .size()
                            == 2);
            assertThat(Journals.entries(Journals.latest(reports), "stays-owed").toString())
                    .contains("WRONGPASS", "without ***");
            channel.awaits(message -> message.words().contains("STILL OWED: 2 undos"));
            isToldNowhere(serve);
            Files.delete(stuck);
            secret("cache", redis.toString().replace("redis://", "redis://:" + PASSWORD + "@"));
            service.drillbook.run("undo"); // or serve itself is quicker
            Waiting.until(
                    "all is paid",
                    PATIENCE,
                    () -> Journals.entries(Journals.latest(reports), "paid").size() == 2);
        } finally {
            serve.signal("TERM");
            serve.ended(PATIENCE);
        }
        isToldNowhere(serve);
        try (Jedis jedis = new Jedis(redis)) {
            jedis.auth(PASSWORD);
            assertThat(jedis.configGet("maxmemory-policy")).containsValue("allkeys-lru");
        }
    }

    private void isToldNowhere(Drillbook.Running serve) throws IOException {
        List<String> all = List.of(PASSWORD, WRONG, TOKEN, slack.botToken(), slack.appToken());
        assertThat(Told.in(home, serve.out(), serve.err()))
                .isNotEmpty()
                .allSatisfy((place, bytes) -> assertThat(bytes).as(place).doesNotContain(all));
        assertThat(slack.calls())
                .isNotEmpty()
                .allSatisfy(call ->
                        assertThat(call.args().toString()).as(call.method()).doesNotContain(PASSWORD, WRONG, TOKEN));
        for (SharedFile file : channel.files())
            assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1))
                    .as(file.name())
                    .doesNotContain(all);
    }
}

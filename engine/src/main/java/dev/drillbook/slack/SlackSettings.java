package dev.drillbook.slack;

import dev.drillbook.environment.SecretPlace;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.settings.Setting;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part {@code slack} of {@code drillbook.yaml}.
 *
 * @param mode how Slack reaches us
 * @param botToken begins with {@code xoxb-}
 * @param appToken begins with {@code xapp-}; for Socket Mode
 * @param signingSecret for HTTP mode
 * @param workspaces ids of those whose people may speak to us; not empty
 * @param channels ids of those in which they may; the first is where drills and notices are told; not empty
 * @param place where a drill is told
 * @param guests ids of guests and of people from other workspaces who may take part all the same
 * @param listen for HTTP mode
 * @param api where Slack's methods are
 */
record SlackSettings(
        Mode mode,
        String botToken,
        Optional<String> appToken,
        Optional<String> signingSecret,
        Set<String> workspaces,
        List<String> channels,
        Layout place,
        Set<String> guests,
        InetSocketAddress listen,
        URI api) {
    private static final InetSocketAddress USUAL = new InetSocketAddress("127.0.0.1", 7341);
    private static final URI SLACK = URI.create("https://slack.com/api/");

    SlackSettings {
        if (mode == Mode.SOCKET && appToken.isEmpty())
            throw new Invalid(
                    "'slack' has no 'app-token', which Socket Mode needs: add one, such as env:SLACK_APP_TOKEN");
        if (mode == Mode.HTTP && signingSecret.isEmpty())
            throw new Invalid(
                    "'slack' has no 'signing-secret', which HTTP mode needs: add one, such as env:SLACK_SIGNING_SECRET");
    }

    enum Mode {
        SOCKET,
        HTTP
    }

    enum Layout {
        THREAD,
        CHANNEL
    }

    /** Empty when the file says nothing of Slack, or something wrong, which is told at its place. */
    static Optional<SlackSettings> of(Setting root) {
        return root.get("slack").flatMap(SlackSettings::read);
    }

    private static Optional<SlackSettings> read(Setting slack) {
        Mode mode = is(slack, "mode", "http") ? Mode.HTTP : Mode.SOCKET;
        Optional<String> bot = secret(slack, "bot-token");
        Optional<String> app = secret(slack, "app-token");
        Optional<String> signing = secret(slack, "signing-secret");
        List<String> channels = slack.get("channels").map(Setting::items).orElse(List.of()).stream()
                .map(Setting::text)
                .toList();
        Optional<InetSocketAddress> listen = slack.get("listen").flatMap(Setting::address);
        Optional<URI> api = slack.get("api").flatMap(given -> given.as(SlackSettings::api));
        // one that was named and is not there is told already, at its own place
        boolean told = bot.isEmpty()
                || slack.get("app-token").isPresent() && app.isEmpty()
                || slack.get("signing-secret").isPresent() && signing.isEmpty();
        if (told) return Optional.empty();
        return slack.tried(() -> new SlackSettings(
                mode,
                bot.get(),
                app,
                signing,
                slack.get("workspaces").map(Setting::texts).orElse(Set.of()),
                channels,
                is(slack, "drills-in", "channel") ? Layout.CHANNEL : Layout.THREAD,
                slack.get("guests").map(Setting::texts).orElse(Set.of()),
                listen.orElse(USUAL),
                api.orElse(SLACK)));
    }

    private static boolean is(Setting slack, String key, String word) {
        return slack.get(key).map(Setting::text).filter(word::equals).isPresent();
    }

    private static URI api(String text) {
        if (!text.matches("https?://[^\\s/]+/(\\S*/)?"))
            throw new Invalid("'" + text + "' is no address of methods: write one such as " + SLACK);
        return URI.create(text);
    }

    /** Where it is, see {@link SecretPlace}; never the secret itself, which would be in the file for all to read. */
    private static Optional<String> secret(Setting slack, String key) {
        return slack.get(key)
                .filter(setting -> setting.text().matches("(env|file|command):.+")) // else the schema tells it
                .flatMap(setting ->
                        setting.as(place -> SecretPlace.of(place).fetch().reveal()));
    }
}

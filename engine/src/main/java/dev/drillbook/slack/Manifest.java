package dev.drillbook.slack;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a new Slack app is made from: <a href="https://docs.slack.dev/reference/app-manifest">Slack's page</a>.
 */
final class Manifest {
    private static final String BEGIN = """
            # From this Slack makes the app: api.slack.com/apps, Create New App, From a manifest
            display_information:
              name: Drillbook
              description: Incident drills
            features:
              bot_user:
                display_name: drillbook
                always_online: true
              slash_commands:
                - command: %s
                  description: Start a drill, take part in it
                  usage_hint: help
                  should_escape: true # whom a role is given is known by id%s
            oauth_config:
              scopes:
                bot:
            """;

    private static final String END = """
            settings:
              event_subscriptions:%s
                bot_events:
                  - pin_added # %s
              interactivity:
                is_enabled: true # buttons%s
              socket_mode_enabled: %s%s
            """;

    private Manifest() {}

    /** @param address where Slack calls, for HTTP mode; empty for Socket Mode, which needs no address */
    static String yaml(Optional<String> address) {
        String scopes = Arrays.stream(Scope.values())
                .map(scope -> "      - " + scope.word() + " # " + scope.reason() + "\n")
                .collect(Collectors.joining());
        String socket = address.isPresent()
                ? ""
                : " # it needs an app-level token, with connections:write: open the connection over which Slack calls";
        return BEGIN.formatted(Slash.COMMAND, line(address, "      url: "))
                + scopes
                + END.formatted(
                        line(address, "    request_url: "),
                        Scope.PINS.reason(),
                        line(address, "    request_url: "),
                        address.isEmpty(),
                        socket);
    }

    private static String line(Optional<String> address, String key) {
        return address.map(url -> "\n" + key + url).orElse("");
    }
}

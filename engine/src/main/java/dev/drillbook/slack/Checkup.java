package dev.drillbook.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks Slack whether everything is there that the settings promise. */
final class Checkup {
    private final SlackSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    private Checkup(SlackSettings settings) {
        this.settings = settings;
    }

    /** @param text ends with what to do where it is missing */
    record Finding(boolean isThere, String text) {
        String inWords() {
            return (isThere ? "ok       " : "MISSING  ") + text;
        }
    }

    /** A call of the SDK. */
    private interface Call {
        void make() throws IOException, SlackApiException;
    }

    static List<Finding> of(SlackSettings settings) {
        Checkup checkup = new Checkup(settings);
        Slack slack = Outside.slack(settings.api());
        MethodsClient bot = slack.methods(settings.botToken());
        checkup.attempt("bot-token", () -> checkup.bot(bot.authTest(request -> request)));
        if (settings.mode() == SlackSettings.Mode.SOCKET) checkup.attempt("app-token", () -> checkup.app(slack));
        for (String channel : settings.channels())
            checkup.attempt(
                    "channel " + channel,
                    () -> checkup.channel(channel, bot.conversationsInfo(request -> request.channel(channel))));
        Outside.close(slack);
        return checkup.findings;
    }

    private void attempt(String what, Call call) {
        try {
            call.make();
        } catch (IOException | SlackApiException e) {
            missing(what + ": Slack does not answer (" + e.getMessage() + "); look at the network and slack.api");
        }
    }

    private void bot(AuthTestResponse answer) {
        if (!answer.isOk()) {
            missing("bot-token: " + answer.getError() + "; install the app and copy its Bot User OAuth Token, xoxb-…");
            return;
        }
        there("bot-token: " + answer.getUser() + " of " + answer.getTeam());
        String team = answer.getTeamId();
        if (settings.workspaces().contains(team)) there("workspace " + team);
        else missing("workspace " + team + ": it is the bot's; name it under slack.workspaces");
        scopes(answer.getHttpResponseHeaders());
    }

    private void scopes(Map<String, List<String>> headers) {
        Set<String> given = headers.entrySet().stream()
                .filter(header -> "x-oauth-scopes".equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .flatMap(value -> Arrays.stream(value.split("\\s*,\\s*")))
                .collect(Collectors.toSet());
        for (Scope scope : Scope.values())
            if (given.contains(scope.word())) there("scope " + scope.word());
            else
                missing("scope " + scope.word() + " (" + scope.reason()
                        + "): add it under OAuth & Permissions, and install the app again");
    }

    private void app(Slack slack) throws IOException, SlackApiException {
        var answer = slack.methods(settings.appToken().orElseThrow()).appsConnectionsOpen(request -> request);
        if (answer.isOk()) there("app-token, with connections:write");
        else
            missing("app-token: " + answer.getError()
                    + "; make one under Basic Information, App-Level Tokens, with connections:write");
    }

    private void channel(String id, ConversationsInfoResponse answer) {
        if (!answer.isOk()) missing("channel " + id + ": " + answer.getError() + "; name a public channel by its id");
        else if (answer.getChannel().isMember())
            there("channel " + id + ", #" + answer.getChannel().getName());
        else
            missing("the bot in channel " + id + ": say /invite @drillbook in #"
                    + answer.getChannel().getName());
    }

    private void there(String text) {
        findings.add(new Finding(true, text));
    }

    private void missing(String text) {
        findings.add(new Finding(false, text));
    }
}

package dev.drillbook.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.drillbook.runbook.DrillException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads what Slack sent with Bolt, and has it answered: the same however it reached us. Nothing here waits: what was heard
 * first is acted on first.
 */
final class Reception {
    private static final String RECEIVED = "received";

    private final Once once = new Once(Wrong::isTheirs);
    private final Turns turns = new Turns();
    private final People people;
    private final Admission admission;
    private final Slash slash;
    private final Clicks clicks;
    private final Pins pins;
    private final App app;

    Reception(Slack slack, People people, Admission admission, Slash slash, Clicks clicks, Pins pins) {
        this.people = people;
        this.admission = admission;
        this.slash = slash;
        this.clicks = clicks;
        this.pins = pins;
        // without Bolt's own middleware: it asks auth.test for each request, and its check of signatures takes replays
        this.app = new App(
                AppConfig.builder().slack(slack).build(), List.of((request, response, chain) -> chain.next(request)));
        app.command(Pattern.compile(Pattern.quote(Slash.COMMAND)), (request, context) -> typed(request));
        app.blockAction(Pattern.compile(".*"), (request, context) -> clicked(request));
    }

    AppConfig config() {
        return app.config();
    }

    /**
     * One thread calls this, in the order in which things reached us.
     *
     * @return empty for what is not for us, which is acknowledged all the same: Slack would bring it again
     */
    Optional<Promised> hear(Request<?> request, Instant received) throws Exception {
        request.getContext().getAdditionalValues().put(RECEIVED, received.toString());
        if (request instanceof EventRequest event) return pinned(event);
        return app.run(request) instanceof Promised promised ? Optional.of(promised) : Optional.empty();
    }

    private Response typed(SlashCommandRequest request) {
        SlashCommandPayload payload = request.getPayload();
        Heard heard = new Heard(
                payload.getTriggerId(),
                received(request),
                payload.getTeamId(),
                payload.getUserId(),
                payload.getChannelId(),
                Optional.empty(),
                Optional.ofNullable(payload.getResponseUrl()));
        String text = Optional.ofNullable(payload.getText()).orElse("");
        return promised(heard, person -> slash.answer(heard, person, text));
    }

    private Response clicked(BlockActionRequest request) {
        BlockActionPayload payload = request.getPayload();
        BlockActionPayload.Action action = payload.getActions().get(0);
        Heard heard = new Heard(
                payload.getTriggerId() + " " + action.getActionTs(),
                received(request),
                payload.getTeam().getId(),
                payload.getUser().getId(),
                payload.getContainer().getChannelId(),
                Optional.ofNullable(payload.getContainer().getThreadTs()),
                Optional.ofNullable(payload.getResponseUrl()));
        Instant when = Stamp.instant(action.getActionTs(), heard.received());
        return promised(heard, person -> clicks.answer(heard, person, String.valueOf(action.getValue()), when));
    }

    private Optional<Promised> pinned(EventRequest request) {
        if (!request.getEventType().equals("pin_added")) return Optional.empty();
        return Pin.of(request.getRequestBodyAsString())
                .filter(pin -> !pin.isOurs())
                .map(pin -> {
                    Heard heard = new Heard(
                            pin.key(),
                            received(request),
                            pin.team(),
                            pin.user(),
                            pin.channel(),
                            pin.thread(),
                            Optional.empty());
                    return new Promised(heard, answered(heard, person -> pins.answer(heard, person, pin)));
                });
    }

    private Promised promised(Heard heard, Function<Person, Answer> act) {
        return new Promised(heard, once.of(heard.key(), () -> answered(heard, act)));
    }

    private CompletableFuture<Answer> answered(Heard heard, Function<Person, Answer> act) {
        try {
            admission.check(heard);
        } catch (DrillException e) {
            return CompletableFuture.failedFuture(e);
        }
        return turns.next(heard.user(), people.person(heard.user()), person -> {
            admission.check(person);
            return act.apply(person);
        });
    }

    private static Instant received(Request<?> request) {
        return Instant.parse(request.getContext().getAdditionalValues().get(RECEIVED));
    }
}

package dev.drillbook.slack;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Utterance;
import java.time.Instant;
import java.util.Optional;

/** Buttons: a claim with the time at which Slack saw it. */
final class Clicks {
    private final Which which;

    Clicks(Which which) {
        this.which = which;
    }

    /** @throws dev.drillbook.runbook.Invalid when the button is not ours, or its drill is over */
    Answer answer(Heard heard, Person person, String value, Instant clicked) {
        Action action = Action.of(value);
        LiveDrill drill = which.byId(action.drill());
        Utterance utterance = new Utterance(action.verb(), action.text(), Optional.of(clicked));
        return Answer.recorded(drill.hear(person.id(), utterance, heard.received()));
    }
}

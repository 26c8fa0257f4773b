package dev.drillbook.slack;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Utterance;
import dev.drillbook.control.Verb;
import dev.drillbook.timeline.Happening.Opened;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Pins: a message becomes a note with its own words, of its author, at its own time. */
final class Pins {
    private final Which which;

    /** A message is one note, whoever pins it; where the first one may not, the next one may. */
    private final Once notes = new Once(failed -> false);

    Pins(Which which) {
        this.which = which;
    }

    /** Where no drill is running, it is unclear which is meant, or the message is older than it, a pin is just a pin. */
    Answer answer(Heard heard, Person person, Pin pin) {
        return which.around(heard)
                .filter(running -> isSince(running, pin.at()))
                .map(running -> notes.of(
                                pin.key(), () -> CompletableFuture.completedFuture(note(running, heard, person, pin)))
                        .join())
                .orElseGet(() -> Answer.recorded(CompletableFuture.completedFuture("")));
    }

    private static Answer note(LiveDrill drill, Heard heard, Person person, Pin pin) {
        String text = SlackText.plain(pin.text());
        Utterance note = new Utterance(Verb.NOTE, text, Optional.of(earlier(pin.at(), heard.received())));
        return Answer.recorded(drill.hear(pin.author().orElse(person.id()), note, heard.received()));
    }

    /** To the second: Slack's clock is another one. */
    private static boolean isSince(LiveDrill drill, Instant when) {
        return drill.timeline()
                .first(Opened.class)
                .filter(opened -> !when.isBefore(opened.at().truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    }

    /** Slack's clock may be ahead of ours. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

package dev.drillbook.slack;

import dev.drillbook.control.Utterance;
import dev.drillbook.control.Verb;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** {@code /drill …}: a verb that is said to a drill, or a word of Slack's own. */
final class Slash {
    static final String COMMAND = "/drill";

    private final Which which;
    private final Words words;

    Slash(Which which, Words words) {
        this.which = which;
        this.words = words;
    }

    /**
     * @param text what was typed after the command, as Slack sends it
     * @throws dev.drillbook.runbook.DrillException with what is wrong
     */
    Answer answer(Heard heard, Person person, String text) {
        String[] typed = text.strip().split("\\s+", 2);
        String first = typed[0].isEmpty() ? "help" : typed[0];
        String rest = typed.length < 2 ? "" : typed[1].strip();
        return words.find(first)
                .map(word -> word.work().answer(person.id(), SlackText.plain(rest)))
                .orElseGet(() -> said(heard, person, verb(first), rest));
    }

    private Answer said(Heard heard, Person person, Verb verb, String rest) {
        Which.Meant meant =
                which.of(heard, verb.arguments().startsWith("WHO") ? SlackText.about(rest) : SlackText.plain(rest));
        ZoneId zone = person.zone().orElse(meant.drill().zone());
        Utterance utterance = Utterance.of(verb, meant.text(), zone, heard.received());
        return Answer.recorded(meant.drill().hear(person.id(), utterance, heard.received()));
    }

    private Verb verb(String word) {
        List<String> known = new ArrayList<>(Verb.words());
        known.addAll(words.names());
        if (Verb.words().stream().noneMatch(word::equalsIgnoreCase))
            throw new Invalid("no '" + COMMAND + " " + word + "'"
                    + Nearest.hint(word, known, "say " + COMMAND + " help, or one of " + String.join(", ", known)));
        return Verb.of(word);
    }
}

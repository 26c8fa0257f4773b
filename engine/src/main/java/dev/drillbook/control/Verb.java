package dev.drillbook.control;

import dev.drillbook.drill.Saying;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The vocabulary of DESIGN section 4, defined once: every door has every verb. */
public enum Verb {
    ACK("ack", "[TEXT]", "you have seen the alert and take it", reached(Milestone.ACKNOWLEDGED)),
    DETECTED("detected", "[TEXT]", "you noticed that something is wrong", reached(Milestone.DETECTED)),
    INVESTIGATING("investigating", "[TEXT]", "you began to look for the cause", reached(Milestone.INVESTIGATING)),
    HYPOTHESIS("hypothesis", "TEXT", "you suspect a cause", Saying.Hypothesis::new),
    RULE_OUT("rule-out", "N|TEXT", "a suspected cause was not it", Saying.RuleOut::new),
    NOTE("note", "TEXT", "anything worth keeping", Saying.Note::new),
    ESCALATE("escalate", "WHO", "you called someone for help", Saying.Escalate::new),
    ROLE("role", "WHO ROLE", "who does what, such as role ada incident commander", Verb::role),
    HINT("hint", "", "ask for the next hint; each one taken is counted", text -> new Saying.Hint()),
    ROOT_CAUSE("root-cause", "TEXT", "you found the cause", reached(Milestone.ROOT_CAUSE)),
    MITIGATED("mitigated", "[TEXT]", "users are well again", reached(Milestone.MITIGATED)),
    RESTORED("restored", "[TEXT]", "everything is as it should be", reached(Milestone.RESTORED)),
    REACHED("reached", "MILESTONE", "a milestone of this runbook's own", text -> new Saying.Reached(text, "")),
    STATUS("status", "", "where the drill stands", null),
    ABORT("abort", "[real] [TEXT]", "stop, and put everything back; real: a real incident began", Verb::abort);

    private final String word;
    private final String arguments;
    private final String help;
    private final Function<String, Saying> understood;

    Verb(String word, String arguments, String help, Function<String, Saying> understood) {
        this.word = word;
        this.arguments = arguments;
        this.help = help;
        this.understood = understood;
    }

    private static Function<String, Saying> reached(String milestone) {
        return text -> new Saying.Reached(milestone, text);
    }

    private static Saying role(String text) {
        String[] words = text.split("\\s+", 2);
        return new Saying.Role(words[0], words.length < 2 ? "" : words[1]);
    }

    static Saying.Abort abort(String text) {
        boolean real = text.equals("real") || text.startsWith("real ");
        return new Saying.Abort(real ? text.substring("real".length()).strip() : text, real);
    }

    public String word() {
        return word;
    }

    /** Such as {@code [TEXT]}, for help. */
    public String arguments() {
        return arguments;
    }

    public String help() {
        return help;
    }

    /** Whether {@code at 10:15} at its end is when it happened. An abort happens now: its reason keeps every word. */
    public boolean takesTime() {
        return this != ABORT;
    }

    /** Whether it says something to a drill without any text: a button is enough for it. */
    public boolean standsAlone() {
        return understood != null && (arguments.isEmpty() || arguments.startsWith("["));
    }

    /** What it says with this text; empty for {@link #STATUS}, which only asks. */
    public Optional<Saying> saying(String text) {
        return Optional.ofNullable(understood).map(verb -> verb.apply(text.strip()));
    }

    /** @throws Invalid when there is no such verb, naming the nearest */
    public static Verb of(String word) {
        return Arrays.stream(values())
                .filter(verb -> verb.word.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new Invalid("no verb '" + word + "'"
                        + Nearest.hint(word, words(), "say one of " + String.join(", ", words()))));
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(verb -> verb.word).collect(Collectors.toList());
    }
}

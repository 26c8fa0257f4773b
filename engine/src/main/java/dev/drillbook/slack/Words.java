package dev.drillbook.slack;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Home;
import dev.drillbook.control.Verb;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.script.Library;
import dev.drillbook.wording.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that can be typed after {@code /drill} beside the verbs; a new word is a line here. */
final class Words {
    private static final String APPROVAL = "RUNBOOK for ENVIRONMENT";

    private final Drills drills;
    private final Executor threads;
    private final List<Word> all;

    /** @param threads on which questions are answered: a runbook takes a while to load */
    Words(Drills drills, Home home, Library library, Executor threads) {
        this.drills = drills;
        this.threads = threads;
        Starting starting = new Starting(drills);
        Reports reports = new Reports(home);
        all = List.of(
                new Word("run", Starting.ARGUMENTS, "start a drill", starting::run),
                new Word("rehearse", Starting.ARGUMENTS, "start a drill that Drillbook solves", starting::rehearse),
                new Word("list", "", "the runbooks", (who, rest) -> later(() -> listed(library))),
                new Word("report", "[DRILL]", "how a drill went", (who, rest) -> later(() -> reports.of(rest))),
                new Word(
                        "schedule",
                        Calendar.ARGUMENTS,
                        "what the calendar plans",
                        (who, rest) -> later(() -> Calendar.answer(drills.planning(), who, rest))),
                new Word("approve", APPROVAL, "the text that a runbook has now", this::approve),
                new Word("help", "", "this", (who, rest) -> later(this::help)));
    }

    Optional<Word> find(String word) {
        return all.stream().filter(each -> each.word().equalsIgnoreCase(word)).findFirst();
    }

    List<String> names() {
        return all.stream().map(Word::word).toList();
    }

    private Answer later(Supplier<String> words) {
        return Answer.found(CompletableFuture.supplyAsync(words, threads));
    }

    private static String listed(Library library) {
        return library.entries().stream()
                .map(entry -> entry.id() + ": "
                        + entry.runbook()
                                .map(runbook -> runbook.title() + ", severity " + runbook.severity())
                                .orElse(Numbers.count(entry.mistakes().size(), "mistake", "mistakes")
                                        + ": see drillbook lint"))
                .collect(Collectors.joining("\n"));
    }

    /** @throws DrillException when it is not understood */
    private Answer approve(String who, String rest) {
        String[] words = rest.split("\\s+for\\s+", 2);
        String usage = "say " + Slash.COMMAND + " approve " + APPROVAL;
        String runbook = RunbookId.of(words[0], usage);
        if (words.length < 2) throw new Invalid("for which environment? " + usage);
        return later(() -> drills.approve(runbook, words[1].strip(), who));
    }

    private String help() {
        Stream<String> verbs =
                Arrays.stream(Verb.values()).map(verb -> line(verb.word(), verb.arguments(), verb.help()));
        Stream<String> words = all.stream().map(word -> line(word.word(), word.arguments(), word.help()));
        return Stream.concat(verbs, words).collect(Collectors.joining("\n"))
                + "\nEvery claim takes at 10:15 at its end: your zone, or with a date. Where several drills run: on ENVIRONMENT.";
    }

    private static String line(String word, String arguments, String help) {
        return Slash.COMMAND + " " + word + (arguments.isEmpty() ? "" : " " + arguments) + " - " + help;
    }
}

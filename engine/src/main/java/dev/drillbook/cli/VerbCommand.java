package dev.drillbook.cli;

import dev.drillbook.control.Exit;
import dev.drillbook.control.Remote;
import dev.drillbook.control.Verb;
import dev.drillbook.control.Wire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One verb of the vocabulary, said from a second terminal to the drill that runs. */
@Command(mixinStandardHelpOptions = true)
class VerbCommand implements Callable<Integer> {
    private final Workplace place;
    private final Verb verb;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "TEXT",
            description = "What to say; at 10:15 at the end of a claim is when.")
    private List<String> words = List.of();

    @Option(names = "--environment", paramLabel = "NAME", description = "Which drill, where several are running.")
    private String environment;

    @Option(names = "--as", paramLabel = "WHO", description = "On whose behalf, where it is not yours.")
    private String who = System.getProperty("user.name");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    VerbCommand(Workplace place, Verb verb) {
        this.place = place;
        this.verb = verb;
    }

    CommandSpec spec() {
        CommandSpec described = CommandSpec.forAnnotatedObject(this);
        described
                .usageMessage()
                .description("In a drill: " + verb.help() + ".")
                .customSynopsis(("drillbook " + verb.word() + " " + verb.arguments()).strip()
                        + (verb.takesTime() ? " [at TIME]" : "") + " [--as WHO] [--environment NAME]");
        return described;
    }

    @Override
    public Integer call() {
        Remote drill = Remote.find(place.home(), environment());
        String answer = drill.say(who, verb.word() + " " + text());
        answer(answer);
        return Exit.DONE.code();
    }

    /** What was said, but for the verb. */
    final String text() {
        return String.join(" ", words);
    }

    final Optional<String> environment() {
        return Optional.ofNullable(environment);
    }

    final String who() {
        return who;
    }

    final Screen screen() {
        return Screen.of(spec, json);
    }

    final Workplace place() {
        return place;
    }

    /** The result. */
    final void answer(String line) {
        screen().print(json ? Wire.write(new Wire.Answer(line)) : line);
    }
}

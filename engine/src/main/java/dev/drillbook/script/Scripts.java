package dev.drillbook.script;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Source;
import dev.drillbook.target.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Turns the text of runbooks into plans, or into the list of their mistakes. Touches nothing but the file it reads. */
public final class Scripts {
    /** More attempts than any file with different kinds of mistakes needs. */
    private static final int ATTEMPTS = 20;

    private final Compiler compiler;
    private final Building building;

    /** For the nouns that Drillbook knows. */
    public Scripts() {
        this(Catalogue.nouns(), Duration.ofSeconds(5));
    }

    /** @param limit how long a runbook may take to say what it describes */
    Scripts(List<Class<?>> nouns, Duration limit) {
        compiler = new Compiler(nouns);
        building = new Building(limit);
    }

    /** @throws Invalid when the file cannot be read, or with all of its mistakes, one a line */
    public Runbook load(Path file) {
        Reading reading = read(file);
        return reading.runbook().orElseThrow(() -> new Invalid(Mistake.inWords(reading.mistakes())));
    }

    /** All mistakes of a file, sorted by place. @throws Invalid when the file cannot be read */
    public List<Mistake> lint(Path file) {
        return read(file).mistakes();
    }

    /** A runbook, or why there is none. */
    record Reading(Optional<Runbook> runbook, List<Mistake> mistakes) {}

    Reading read(Path file) {
        return read(SourceFile.id(file), Source.of(file.toString(), SourceFile.text(file)));
    }

    Reading read(String id, Source source) {
        Mistakes mistakes = new Mistakes(source);
        if (source.text().isBlank()) {
            mistakes.at(1, 1, "the file is empty: drillbook new writes one to start from");
            return new Reading(Optional.empty(), mistakes.all());
        }
        Optional<Runbook> runbook = Optional.empty();
        int known = -1;
        boolean hidden = true;
        for (int attempt = 0; hidden && mistakes.size() > known && attempt < ATTEMPTS; attempt++) {
            known = mistakes.size();
            Attempt result = attempt(id, source, mistakes);
            runbook = result.runbook();
            hidden = result.hidesMore();
        }
        return new Reading(mistakes.size() == 0 ? runbook : Optional.empty(), mistakes.all());
    }

    /** @param hidesMore whether its mistakes kept others from being found */
    private record Attempt(Optional<Runbook> runbook, boolean hidesMore) {}

    private Attempt attempt(String id, Source source, Mistakes mistakes) {
        int known = mistakes.size();
        Compiler.Outcome outcome = compiler.compile(SourceFile.forCompiler(source.text()), mistakes);
        try (Compiled compiled = outcome.compiled()) {
            if (mistakes.size() > known) return new Attempt(Optional.empty(), outcome.parsed());
            if (!compiled.isWhole()) return new Attempt(Optional.empty(), false);
            Draft draft = new Draft(compiled.className(), mistakes);
            boolean heard = building.hear(compiled, draft, mistakes);
            if (!heard) return new Attempt(Optional.empty(), true);
            new Review(draft, mistakes, outcome.pruning()::leftOut).tell();
            return new Attempt(finished(draft, id, source, mistakes), false);
        }
    }

    private static Optional<Runbook> finished(Draft draft, String id, Source source, Mistakes mistakes) {
        return mistakes.size() == 0 ? Optional.of(draft.finish(id, source)) : Optional.empty();
    }
}

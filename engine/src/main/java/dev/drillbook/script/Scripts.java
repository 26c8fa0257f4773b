package dev.drillbook.script;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Mistake;
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
    private final Duration wholeLimit;

    /** For the nouns that Drillbook knows. */
    public Scripts() {
        this(Catalogue.nouns(), Duration.ofSeconds(5), Duration.ofSeconds(60));
    }

    /**
     * @param limit how long a runbook may take to say what it describes
     * @param wholeLimit how long reading it may take, compiling included
     */
    Scripts(List<Class<?>> nouns, Duration limit, Duration wholeLimit) {
        this.wholeLimit = wholeLimit;
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
        if (source.text().isBlank())
            return onlyMistake(source, "the file is empty: drillbook new writes one to start from");
        Reading[] reading = new Reading[1];
        Apart apart = new Apart(() -> reading[0] = attempts(id, source), wholeLimit);
        if (!apart.ended())
            return onlyMistake(source, "not read after " + wholeLimit.toSeconds() + " s: write the runbook simpler");
        if (apart.failure() != null) throw new IllegalStateException(source.file(), apart.failure());
        return reading[0];
    }

    private static Reading onlyMistake(Source source, String message) {
        return new Reading(Optional.empty(), List.of(new Mistake(source.file(), 1, 1, message)));
    }

    /** Each attempt leaves out the mistakes that the ones before it found, and so finds those that they hid. */
    private Reading attempts(String id, Source source) {
        Mistakes mistakes = new Mistakes(source);
        Pruning pruning = new Pruning();
        String text = SourceFile.forCompiler(source.text());
        Attempt last = null;
        for (int known = -1, i = 0; i < ATTEMPTS && mistakes.size() > known; i++) {
            known = mistakes.size();
            last = attempt(text, mistakes, pruning);
            if (!last.hidesMore()) break;
            text = pruning.prune(text, last.outline(), mistakes.all());
        }
        if (mistakes.size() > 0) return new Reading(Optional.empty(), mistakes.all());
        return new Reading(Optional.of(last.draft().finish(id, source)), List.of());
    }

    /** @param hidesMore whether its mistakes kept others from being found */
    private record Attempt(Draft draft, Outline outline, boolean hidesMore) {}

    private Attempt attempt(String text, Mistakes mistakes, Pruning pruning) {
        Compiler.Outcome outcome = compiler.compile(text, mistakes, pruning);
        Outline outline = outcome.outline();
        try (Compiled compiled = outcome.compiled()) {
            if (!compiled.isWhole()) return new Attempt(null, outline, outline != null);
            Draft draft = new Draft(compiled.className(), mistakes);
            if (!building.hear(compiled, draft, mistakes)) return new Attempt(draft, outline, true);
            new Review(draft, mistakes, pruning::leftOut).tell();
            return new Attempt(draft, outline, false);
        }
    }
}

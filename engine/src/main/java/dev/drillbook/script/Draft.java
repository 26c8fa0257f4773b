package dev.drillbook.script;

import dev.drillbook.runbook.Answer;
import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Condition;
import dev.drillbook.runbook.Debrief;
import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Nearest;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.SignalProbe;
import dev.drillbook.runbook.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A runbook in the making: what its words have said so far, and what only the saying showed to be wrong. */
final class Draft {
    static final Duration USUAL_HOLD = Duration.ofSeconds(20);
    static final Duration USUAL_LIMIT = Duration.ofHours(2);

    /** Measured whole, it leaves as much time to hold in; a longer one would still judge what was before. */
    private static final Duration LONGEST_STEADY_WINDOW = Runbook.PATIENCE.dividedBy(2);

    String title = "";
    int severity = 1;
    List<String> players = List.of();
    List<String> tags = List.of();
    String briefing = "";
    String story = "";
    final List<Input<?>> inputs = new ArrayList<>();
    List<Probe> steadyState = List.of();
    Duration holdFor = USUAL_HOLD;
    Duration timeLimit = USUAL_LIMIT;
    List<Condition> abortWhen = List.of();
    final List<Beat> beats = new ArrayList<>();
    final List<ExpectedAlert> alerts = new ArrayList<>();
    final List<Milestone> milestones = new ArrayList<>();
    Answer answer;
    final List<Rehearsal.Step> steps = new ArrayList<>();
    final List<String> questions = new ArrayList<>();
    final List<Debrief.SuggestedAction> actions = new ArrayList<>();

    private final String scriptClass;
    private final Mistakes mistakes;
    private final Map<String, Integer> firstLines = new HashMap<>();

    /** @param scriptClass the compiled runbook's class: its frames on the stack tell the line of each word */
    Draft(String scriptClass, Mistakes mistakes) {
        this.scriptClass = scriptClass;
        this.mistakes = mistakes;
    }

    /** The line of the runbook that is being said. */
    int here() {
        return StackWalker.getInstance().walk(frames -> frames.filter(frame -> isRunbook(frame.getClassName()))
                .mapToInt(StackWalker.StackFrame::getLineNumber)
                .findFirst()
                .orElse(1));
    }

    /** Whether this class is the runbook or one of its blocks. */
    boolean isRunbook(String className) {
        return className.equals(scriptClass) || className.startsWith(scriptClass + "$");
    }

    boolean said(String word) {
        return firstLines.containsKey(word);
    }

    /** Whether this is the first time, as it should be. */
    boolean first(String word) {
        return firstOfIts(word, "'" + word + "'");
    }

    private boolean firstOfIts(String key, String inWords) {
        Integer line = firstLines.putIfAbsent(key, here());
        if (line != null) wrong(inWords + " is on line " + line + " already: keep one of them");
        return line == null;
    }

    void wrong(String message) {
        mistakes.atLine(here(), message);
    }

    /** Does it, and keeps what a record says against it. */
    void keep(Runnable what) {
        try {
            what.run();
        } catch (Invalid e) {
            wrong(e.getMessage());
        }
    }

    String filled(String word, String text) {
        if (text.isBlank()) wrong(word + " is empty: write " + Vocabulary.example(word));
        return text.strip();
    }

    /** @param usual what counts instead of zero, so that one mistake does not make others */
    Duration aboveZero(String word, Duration time, Duration usual) {
        if (!time.isZero()) return time;
        wrong(word + " of zero: write a time above zero, such as " + Vocabulary.example(word));
        return usual;
    }

    int between1And5(int newSeverity) {
        if (newSeverity >= 1 && newSeverity <= 5) return newSeverity;
        wrong("severity " + newSeverity + ": write one from 1 (worst) to 5");
        return 1;
    }

    <T> Input<T> input(Input<T> input) {
        Optional<Input<?>> known = inputs.stream()
                .filter(other -> other.name().equals(input.name()))
                .findFirst();
        if (known.isEmpty()) inputs.add(input);
        else if (known.get().type() != input.type())
            wrong("input '" + input.name() + "' is a " + known.get().type().getSimpleName() + " already, and here a "
                    + input.type().getSimpleName() + ": give it one type, or another name");
        return input;
    }

    void steadyState(List<Probe> probes) {
        List<String> questions = probes.stream().map(Probe::inWords).toList();
        questions.stream()
                .filter(question -> questions.indexOf(question) != questions.lastIndexOf(question))
                .distinct()
                .forEach(question -> wrong("steadyState asks '" + question + "' twice: keep one of them"));
        probes.forEach(this::checkWindow);
        steadyState = probes;
    }

    private void checkWindow(Probe probe) {
        if (probe instanceof SignalProbe onSignal && onSignal.window().toSeconds() > LONGEST_STEADY_WINDOW.toSeconds())
            wrong("steadyState asks '" + probe.inWords() + "' over "
                    + onSignal.window().toSeconds() + " s, and has " + Runbook.PATIENCE.toSeconds()
                    + " s to show before a drill and after it: write at most over("
                    + LONGEST_STEADY_WINDOW.toSeconds() + ".seconds)");
    }

    void alert(String name, Supplier<ExpectedAlert> alert) {
        keepNamed(firstOfIts("alert " + name, "alert '" + name + "'"), alert, alerts);
    }

    void milestone(String name, Supplier<Milestone> milestone) {
        boolean fits =
                !looksUsual(name) && (name.isBlank() || firstOfIts("milestone " + name, "milestone '" + name + "'"));
        keepNamed(fits, milestone, milestones);
    }

    /** A name counts even where the rest of its sentence is wrong: both mistakes are told. */
    private <T> void keepNamed(boolean fits, Supplier<T> named, List<T> all) {
        keep(() -> {
            T made = named.get();
            if (fits) all.add(made);
        });
    }

    private boolean looksUsual(String name) {
        if (Milestone.USUAL.contains(name)) return false;
        Optional<String> usual = Nearest.to(name.replace('-', ' '), Milestone.USUAL);
        usual.ifPresent(near -> wrong("no milestone '" + name + "'; did you mean '" + near
                + "'? One of your own needs a name that cannot be taken for it"));
        return usual.isPresent();
    }

    /** The runbook, unless the words were wrong. @throws Invalid when a record refuses them all the same */
    Runbook finish(String id, Source source) {
        return new Runbook(
                id,
                title,
                severity,
                players,
                tags,
                briefing,
                story,
                inputs,
                steadyState,
                holdFor,
                timeLimit,
                abortWhen,
                beats,
                alerts,
                milestones,
                Optional.ofNullable(answer),
                said("rehearsal") ? Optional.of(new Rehearsal(inOrder(steps))) : Optional.empty(),
                new Debrief(questions, actions),
                source);
    }

    static List<Rehearsal.Step> inOrder(List<Rehearsal.Step> steps) {
        return steps.stream().sorted(Comparator.comparing(Rehearsal.Step::at)).toList();
    }
}

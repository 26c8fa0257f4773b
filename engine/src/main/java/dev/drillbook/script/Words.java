package dev.drillbook.script;

import dev.drillbook.runbook.Answer;
import dev.drillbook.runbook.Condition;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Probe;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.lang.Script;
import java.time.Duration;
import java.util.List;

/**
 * The words at the top level of a runbook: every runbook is compiled to a child of this class. Saying a word notes it in
 * the draft and does nothing else.
 */
public abstract class Words extends Script {
    private Draft draft;
    private Sentences sentences;

    /** Where the words are noted from now on. */
    final void noteIn(Draft newDraft) {
        draft = newDraft;
        sentences = new Sentences(newDraft);
    }

    @Word("title 'Yesterday\\'s prices'")
    public void title(String text) {
        if (draft.first("title")) draft.title = draft.filled("title", text);
    }

    @Word("severity 2")
    public void severity(int from1To5) {
        if (draft.first("severity")) draft.severity = draft.between1And5(from1To5);
    }

    @Word("players 'on-call', 'support'")
    public void players(String... roles) {
        if (draft.first("players")) draft.players = List.of(roles);
    }

    @Word("tags 'cache', 'consistency'")
    public void tags(String... names) {
        if (draft.first("tags")) draft.tags = List.of(names);
    }

    @Word("briefing 'You are on call.'")
    public void briefing(String text) {
        if (draft.first("briefing")) draft.briefing = plain(text);
    }

    @Word("story 'A deploy gave one server a wrong configuration.'")
    public void story(String text) {
        if (draft.first("story")) draft.story = plain(text);
    }

    @Word("def cache = input 'cache', URI")
    public <T> Input<T> input(String name, Class<T> type) {
        return draft.input(new Input<>(name, type));
    }

    /** What the synthetic users feel. */
    @Word("traffic.errors.below(1.percent)")
    public Traffic getTraffic() {
        return new Traffic();
    }

    @Word("steadyState traffic.errors.below(1.percent)")
    public void steadyState(Probe... probes) {
        if (draft.first("steadyState")) draft.steadyState(List.of(probes));
    }

    @Word("holdFor 20.seconds")
    public void holdFor(Duration time) {
        if (draft.first("holdFor")) draft.holdFor = draft.aboveZero("holdFor", time, draft.holdFor);
    }

    @Word("timeLimit 2.hours")
    public void timeLimit(Duration time) {
        if (draft.first("timeLimit")) draft.timeLimit = draft.aboveZero("timeLimit", time, draft.timeLimit);
    }

    @Word("abortWhen traffic.errors.above(60.percent).lasting(30.seconds)")
    public void abortWhen(Condition... conditions) {
        if (draft.first("abortWhen")) draft.abortWhen = List.of(conditions);
    }

    @Word("at 0.seconds apply ConfigFile.at(config).set('ttl-seconds': 86_400)")
    public Sentences.At at(Duration time) {
        return sentences.new At(time);
    }

    @Word("expectAlert 'StaleAnswers' within 3.minutes")
    public Sentences.AlertNamed expectAlert(String name) {
        return sentences.new AlertNamed(name);
    }

    @Word("def detected = milestone 'detected' within 5.minutes")
    public Sentences.MilestoneNamed milestone(String name) {
        return sentences.new MilestoneNamed(name);
    }

    @Word("after 2.minutes inject 'support', 'Two customers paid the old price.'")
    public Sentences.After after(Duration time) {
        return sentences.new After(time);
    }

    @Word("answer 'cache', 'One server reads its own cache keys.'")
    public void answer(String area, String text) {
        if (draft.first("answer")) draft.answer = new Answer(area, text);
    }

    @Word("rehearsal { after 20.seconds claim detected }")
    public void rehearsal(@DelegatesTo(value = Rehearsing.class, strategy = Closure.DELEGATE_ONLY) Closure<?> steps) {
        if (draft.first("rehearsal")) tell(steps, new Rehearsing(draft));
    }

    @Word("debrief { ask 'Which graph would have shown this?' }")
    public void debrief(@DelegatesTo(value = Debriefing.class, strategy = Closure.DELEGATE_ONLY) Closure<?> questions) {
        if (draft.first("debrief")) tell(questions, new Debriefing(draft));
    }

    private static String plain(String text) {
        return text.stripTrailing().stripIndent().strip();
    }

    private static void tell(Closure<?> block, Object words) {
        block.setDelegate(words);
        block.setResolveStrategy(Closure.DELEGATE_ONLY);
        block.call();
    }
}

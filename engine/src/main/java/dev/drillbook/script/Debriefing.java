package dev.drillbook.script;

import dev.drillbook.runbook.Debrief.SuggestedAction;
import java.util.Map;

/** The words inside {@code debrief { }}: what to talk about afterwards. */
public final class Debriefing {
    private final Draft draft;

    Debriefing(Draft draft) {
        this.draft = draft;
    }

    @Word("ask 'Which graph would have shown this?'")
    public void ask(String question) {
        draft.questions.add(question);
    }

    @Word(value = "action 'Alert on the age of cached answers', kind: 'detect'", named = "kind")
    public void action(Map<String, ?> named, String text) {
        draft.keep(() -> draft.actions.add(new SuggestedAction(text, String.valueOf(named.get("kind")))));
    }
}

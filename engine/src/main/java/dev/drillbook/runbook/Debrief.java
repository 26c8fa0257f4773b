package dev.drillbook.runbook;

import java.util.List;

/** What to talk about afterwards. */
public record Debrief(List<String> questions, List<SuggestedAction> actions) {
    public Debrief {
        questions = List.copyOf(questions);
        actions = List.copyOf(actions);
    }

    public static Debrief none() {
        return new Debrief(List.of(), List.of());
    }

    /** @param kind {@code detect}, {@code prevent}, {@code mitigate} or {@code process} */
    public record SuggestedAction(String text, String kind) {
        public static final List<String> KINDS = List.of("detect", "prevent", "mitigate", "process");

        public SuggestedAction {
            if (!KINDS.contains(kind))
                throw new Invalid("action kind '" + kind + "': write one of " + String.join(", ", KINDS));
        }
    }
}

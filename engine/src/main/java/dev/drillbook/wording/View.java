package dev.drillbook.wording;

import dev.drillbook.timeline.Timeline;

/** Who reads. */
public enum View {
    /** Everything. */
    FACILITATOR(FacilitatorWords.TABLE),

    /** What a player may see: no fault, undo, answer, story, tag, runbook text, red-herring mark or probe. */
    RESPONDER(ResponderWords.TABLE);

    private final Phrases phrases;

    View(Phrases phrases) {
        this.phrases = phrases;
    }

    Phrases phrases() {
        return phrases;
    }

    /** After the drill everything is open. @param facilitator whether this reader may know the answer before */
    public static View of(Timeline timeline, boolean facilitator) {
        return facilitator || timeline.isClosed() ? FACILITATOR : RESPONDER;
    }
}

package dev.drillbook.score;

/**
 * A sentence that the postmortem may begin from.
 *
 * @param metric id of the metric that it rests on, or the name of the goal or stamp
 */
public record Observation(Tone tone, String text, String metric) {
    /** Under which heading it goes. */
    public enum Tone {
        WENT_WELL,
        WENT_BADLY,
        LUCKY
    }

    static Observation well(String text, String metric) {
        return new Observation(Tone.WENT_WELL, text, metric);
    }

    static Observation badly(String text, String metric) {
        return new Observation(Tone.WENT_BADLY, text, metric);
    }

    static Observation lucky(String text, String metric) {
        return new Observation(Tone.LUCKY, text, metric);
    }
}

package dev.drillbook.slack;

/**
 * Something that can be typed after {@code /drill} beside the verbs.
 *
 * @param arguments such as {@code RUNBOOK}, for help
 */
record Word(String word, String arguments, String help, Work work) {
    /** What it does. */
    interface Work {
        /**
         * Begun, without waiting for its end.
         *
         * @param who their member id
         * @param rest what was typed after the word
         * @throws dev.drillbook.runbook.DrillException with what is wrong
         */
        Answer answer(String who, String rest);
    }
}

package dev.drillbook.runbook;

/** A question with a verdict. */
public interface Probe {
    /** The question as people read it, such as {@code traffic.stale below 1 %}. Unique within a runbook. */
    String inWords();

    /**
     * Asks. May wait for the network, a few seconds at most. Never throws: what goes wrong is {@link Verdict.Unknown}.
     */
    Verdict ask(World world);
}

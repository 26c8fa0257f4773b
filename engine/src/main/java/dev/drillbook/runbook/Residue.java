package dev.drillbook.runbook;

/** What a fault leaves behind besides what it changed, such as cache keys under a bad prefix. */
public interface Residue {
    String inWords();

    /** @throws Invalid when an input has no value here */
    Touched touches(World world);

    /**
     * How it is removed once the fault was undone.
     *
     * @throws Refused when something of the kind is there already, so that removing it would remove what was not ours
     */
    Undo removal(World world);
}

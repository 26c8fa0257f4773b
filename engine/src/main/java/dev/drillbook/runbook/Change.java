package dev.drillbook.runbook;

/** What a noun's verb can do to the world. Describing one touches nothing. */
public interface Change {
    /** Such as {@code set key-prefix, ttl-seconds in cache-config}: inputs by name. */
    String inWords();

    /** @throws Invalid when an input has no value here */
    Touched touches(World world);

    /** Does it. @throws DrillException naming the thing, when it could not be done */
    void apply(World world);
}

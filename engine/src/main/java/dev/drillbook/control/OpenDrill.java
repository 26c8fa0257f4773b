package dev.drillbook.control;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.timeline.Second;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A drill from its start until it is written up, in this process or in another: what a terminal shows and says. */
public interface OpenDrill {
    String id();

    /** The team's. */
    ZoneId zone();

    /**
     * Says a line to the drill, such as {@code rule-out 1 at 10:15}, times in the drill's zone. Returns once a claim is
     * durable.
     *
     * @return a line for whoever said it
     * @throws DrillException naming what is wrong
     */
    String say(String who, String line);

    Status status();

    /** What the signals last read. */
    Optional<Second> latest();

    /**
     * What the journal says after an entry, as sentences; none when this time passed without one.
     *
     * @param seen the number of the last entry that was looked at, 0 at first
     */
    Wire.Lines lines(int seen, boolean facilitator, Duration patience);

    /** How many undos are written and not yet paid: not for players. */
    int owed();

    /** Ends it from outside; everything is put back first. */
    void stop(String why);

    /** Completed when everything was put back as far as it could be and was written up. */
    CompletableFuture<Finished> finished();
}

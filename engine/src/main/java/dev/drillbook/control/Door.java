package dev.drillbook.control;

/** A way in, opened for as long as drills run here. */
public interface Door {
    /** @return to be closed when no more drills will run here */
    AutoCloseable open(Drills drills);
}

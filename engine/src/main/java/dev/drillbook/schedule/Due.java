package dev.drillbook.schedule;

import java.time.Instant;

/** Something to be done for one occurrence, at its time. @param planned of the occurrence */
record Due(String schedule, Instant planned, Kind kind) {
    enum Kind {
        ANNOUNCE,
        REMIND,
        START
    }
}

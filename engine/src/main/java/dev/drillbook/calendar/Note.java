package dev.drillbook.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What a reader of an occurrence should know: why it does not start when its words say, or that its time is odd. */
public sealed interface Note {
    /** Such as {@code moved from 2027-01-01: holiday New Year}. */
    String inWords();

    /** It starts on another day, at the same time of day. @param why it does not start on the planned one */
    record Shifted(LocalDate from, LocalDate to, Forbidden why) implements Note {
        @Override
        public String inWords() {
            return "moved from " + from + ": " + why.inWords();
        }
    }

    /** The clocks were put forward over its time. @param to the first minute after the gap, at which it starts */
    record MovedOutOfGap(LocalDateTime wanted, LocalDateTime to) implements Note {
        @Override
        public String inWords() {
            return "there is no " + TimeWords.of(wanted.toLocalTime()) + " that day: " + TimeWords.of(to.toLocalTime());
        }
    }

    /** The clocks were put back over its time: it starts at the first of the two, once. */
    record RunsOnceInOverlap(LocalDateTime twice) implements Note {
        @Override
        public String inWords() {
            return TimeWords.of(twice.toLocalTime()) + " comes twice that day: the first";
        }
    }
}

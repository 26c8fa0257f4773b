package dev.drillbook.score;

import dev.drillbook.wording.Times;
import java.time.Instant;
import java.util.Optional;

/** A named moment that may not have come. @param missing what to say then, such as {@code detected not reached} */
record Moment(String name, Optional<Instant> at, String missing) {
    String inWords(Times times) {
        return at.map(when -> name + " " + times.time(when)).orElse(missing);
    }
}

package dev.drillbook.score;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Numbers;
import java.time.Duration;

/** What a metric came to. What could not be measured says why: it is never 0 and never left out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(value = Measure.Span.class, name = "duration"),
    @Type(value = Measure.NotReached.class, name = "not-reached"),
    @Type(value = Measure.Count.class, name = "count"),
    @Type(value = Measure.Part.class, name = "share"),
    @Type(value = Measure.Amount.class, name = "amount"),
    @Type(value = Measure.Coverage.class, name = "coverage"),
    @Type(value = Measure.Unknown.class, name = "unknown"),
    @Type(value = Measure.NotAsked.class, name = "not-asked")
})
@JsonIgnoreProperties(value = "words", allowGetters = true)
public sealed interface Measure {
    @JsonProperty("words")
    String inWords();

    /** May be negative: what came before what it is measured from. */
    record Span(@JsonProperty("seconds") Duration length) implements Measure {
        @Override
        public String inWords() {
            return Durations.inWords(length);
        }
    }

    /** @param elapsed from the moment that it is measured from to the end of the team's time */
    record NotReached(@JsonProperty("seconds") Duration elapsed) implements Measure {
        @Override
        public String inWords() {
            return "not reached (> " + Durations.inWords(elapsed) + ")";
        }
    }

    record Count(long count) implements Measure {
        @Override
        public String inWords() {
            return Numbers.count(count);
        }
    }

    /** A part of a whole. @param share from 0 to 1 */
    record Part(double share) implements Measure {
        @Override
        public String inWords() {
            return Numbers.share(share);
        }
    }

    record Amount(double amount, String unit) implements Measure {
        @Override
        public String inWords() {
            return Numbers.amount(amount) + " " + unit;
        }
    }

    /** Of the expected alerts. */
    record Coverage(int inTime, int late, int never) implements Measure {
        @Override
        public String inWords() {
            return inTime + " in time, " + late + " late, " + never + " never";
        }
    }

    /** The number exists, but nobody can tell it. @param why such as {@code no first impact} */
    record Unknown(String why) implements Measure {
        @Override
        public String inWords() {
            return "unknown (" + why + ")";
        }
    }

    /** The question does not arise in this drill. @param why such as {@code no alert was expected} */
    record NotAsked(String why) implements Measure {
        @Override
        public String inWords() {
            return "– (" + why + ")";
        }
    }
}

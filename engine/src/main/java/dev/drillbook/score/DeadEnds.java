package dev.drillbook.score;

import dev.drillbook.wording.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What dead ends cost together: two that overlap cost their common time once. */
record DeadEnds(List<DeadEnd> all, Times times) {
    Metric cost() {
        return Metric.of("dead-end-cost", "dead-end cost", new Measure.Span(union()), formula());
    }

    private Duration union() {
        Duration total = Duration.ZERO;
        Instant covered = Instant.MIN;
        for (DeadEnd next :
                all.stream().sorted(Comparator.comparing(DeadEnd::from)).toList()) {
            Instant from = next.from().isAfter(covered) ? next.from() : covered;
            if (!next.to().isAfter(from)) continue;
            total = total.plus(Duration.between(from, next.to()));
            covered = next.to();
        }
        return total;
    }

    private String formula() {
        if (all.isEmpty()) return "no hypothesis was ruled out";
        return "length of the union of " + all.stream().map(this::inWords).collect(Collectors.joining(", "));
    }

    private String inWords(DeadEnd one) {
        String stretch = times.time(one.from()) + "–" + times.time(one.to());
        return "hypothesis " + one.number() + " (" + stretch + (one.inferred() ? ", inferred)" : ")");
    }
}

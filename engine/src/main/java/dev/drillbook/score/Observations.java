package dev.drillbook.score;

import dev.drillbook.timeline.Timeline;
import java.util.List;
import java.util.stream.Stream;

/** What went well, what went badly and where the team was lucky, as far as the numbers tell. */
final class Observations {
    private Observations() {}

    static List<Observation> on(Timeline timeline, Scorecard card, Moments moments) {
        return Stream.of(
                        new Noticing(timeline, card, moments).observations(),
                        new Responding(timeline, card).observations(),
                        new Recovering(timeline, card, moments).observations())
                .flatMap(List::stream)
                .toList();
    }
}

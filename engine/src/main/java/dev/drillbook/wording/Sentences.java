package dev.drillbook.wording;

import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The entries of a drill as sentences: one line each, without the time at which they were recorded, and without a final
 * stop. What people typed is in them as text: no door or document may take it for markup.
 */
public final class Sentences {
    private final Timeline timeline;
    private final View view;
    private final Telling telling;

    /** In the team's zone, with people called what they called themselves. */
    public Sentences(Timeline timeline, View view) {
        this(timeline, view, ZoneId.of(timeline.opened().zone()), UnaryOperator.identity());
    }

    /** @param people what to call someone, such as their role */
    public Sentences(Timeline timeline, View view, ZoneId zone, UnaryOperator<String> people) {
        this.timeline = timeline;
        this.view = view;
        this.telling = Telling.of(timeline, new Times(zone), people);
    }

    /** Empty when this reader may not see the entry at all. @param entry of this timeline */
    public Optional<String> of(Entry entry) {
        return view.phrases().of(entry.what(), entry.at(), telling).map(OneLine::of);
    }

    /** The same, with people called by the roles that they took; who took none stays who they are. */
    public Sentences byRole() {
        var roles = timeline.roles();
        return new Sentences(timeline, view, telling.times().zone(), who -> roles.getOrDefault(who, who));
    }
}

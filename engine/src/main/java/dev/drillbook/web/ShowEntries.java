package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Wire;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Sentences;
import dev.drillbook.wording.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The journal as sentences, from an entry on: waits a while for the next. {@code ?after=N[&facilitator]} */
record ShowEntries(Drills drills) implements Guarded.Call {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public Object answer(Query query, String body) {
        LiveDrill drill = Running.in(drills, query);
        int seen = query.number("after");
        List<Entry> fresh = drill.after(seen, PATIENCE);
        Timeline timeline = drill.timeline();
        Sentences sentences = new Sentences(timeline, View.of(timeline, query.has("facilitator")));
        List<Wire.Line> lines = new ArrayList<>();
        for (Entry entry : fresh) sentences.of(entry).ifPresent(said -> lines.add(new Wire.Line(entry.at(), said)));
        return new Wire.Lines(lines, seen + fresh.size(), timeline.isClosed());
    }
}

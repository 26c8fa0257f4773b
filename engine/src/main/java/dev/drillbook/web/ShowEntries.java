package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Sentences;
import dev.drillbook.wording.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The journal as sentences, from an entry on: waits a while for the next. {@code ?after=N[&facilitator]} */
record ShowEntries(Drills drills) implements Guarded.Call {
    private static final Pattern AFTER = Pattern.compile("after=(\\d{1,9})(&facilitator)?");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public Object answer(String query, String body) {
        Matcher asked = AFTER.matcher(query);
        if (!asked.matches()) throw new Invalid("not understood: '" + query + "'; ask with ?after=0");
        LiveDrill drill = Running.in(drills);
        int seen = Integer.parseInt(asked.group(1));
        List<Entry> fresh = drill.after(seen, PATIENCE);
        Timeline timeline = drill.timeline();
        Sentences sentences = new Sentences(timeline, View.of(timeline, asked.group(2) != null));
        List<Wire.Line> lines = new ArrayList<>();
        for (Entry entry : fresh) sentences.of(entry).ifPresent(said -> lines.add(new Wire.Line(entry.at(), said)));
        return new Wire.Lines(lines, seen + fresh.size(), timeline.isClosed());
    }
}

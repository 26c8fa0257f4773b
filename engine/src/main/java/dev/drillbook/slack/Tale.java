package dev.drillbook.slack;

import dev.drillbook.control.Finished;
import dev.drillbook.timeline.Claim.Suspected;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * Tells one drill from its journal: a headline, under it what happened, at the end how it went. It begins where it was
 * left, by this process or by one before it. The drill knows nothing of it.
 */
final class Tale {
    private final Desk desk;
    private final Source source;
    private final Told told;

    Tale(Desk desk, Source source) {
        this.desk = desk;
        this.source = source;
        this.told = desk.memory.story(source.drill());
    }

    /** Returns when all is told or the curtain fell. @throws InterruptedException when that was in the middle of it */
    void tell() throws InterruptedException {
        if (told.has(Memory.END)) return;
        if (!told.has(Memory.BEGIN)) told.add(Memory.BEGIN, new Spot(desk.front(), ""));
        Teller front =
                desk.teller(told, Place.in(told.spot(Memory.BEGIN).orElseThrow().channel()));
        while (source.after(0, desk.pace.look()).isEmpty()) if (desk.curtain.isDown()) return;

        Teller head = desk.givesChannels() ? room() : front;
        Banner banner = new Banner(desk, source, told, head);
        Spot headline = banner.hang();
        Teller body =
                desk.givesChannels() ? head : desk.teller(told, head.place().under(headline));
        if (!follow(body, front, banner)) return;
        finish(source.finished().orElseThrow(), body, front);
        banner.renew();
        told.add(Memory.END, new Spot(desk.front(), ""));
    }

    private Teller room() throws InterruptedException {
        return desk.teller(told, Place.in(new Room(desk, told, source.timeline()).open()));
    }

    /** @return whether the drill is over and all its entries are told */
    private boolean follow(Teller body, Teller front, Banner banner) throws InterruptedException {
        int seen = 0;
        while (true) {
            List<Entry> fresh = source.after(seen, desk.pace.look());
            Timeline timeline = source.timeline();
            Lines lines = new Lines(timeline, desk.names.in(timeline, body.outbox()));
            for (Entry entry : fresh) {
                tell(entry, lines, body, front);
                banner.renewIfOld();
            }
            seen += fresh.size();
            if (!fresh.isEmpty()) correct(timeline, lines, body);
            banner.renewIfDue();
            if (source.finished().isPresent()
                    && seen >= source.timeline().entries().size()) return true;
            if (desk.curtain.isDown() && fresh.isEmpty()) return false;
        }
    }

    private static void tell(Entry entry, Lines lines, Teller body, Teller front) throws InterruptedException {
        Optional<Post> alarm = lines.alarm(entry);
        if (alarm.isPresent()) front.tell(alarm.get());
        Optional<Post> line = lines.of(entry);
        if (line.isPresent()) body.tell(line.get());
    }

    /** Hypotheses that are open no more lose their button and say so. */
    private void correct(Timeline timeline, Lines lines, Teller body) throws InterruptedException {
        for (Entry entry : timeline.entries()) {
            if (!(entry.what() instanceof Suspected said)) continue;
            Optional<Spot> message = told.spot(Lines.step(entry));
            Optional<String> turn = lines.turn(said).map(kind -> Lines.step(entry) + "-" + kind);
            if (message.isEmpty() || turn.isEmpty() || told.has(turn.get())) continue;
            Optional<Post> now = lines.of(entry);
            if (now.isPresent()) body.correct(turn.get(), message.get(), now.get());
        }
    }

    /** What matters most comes first. */
    private void finish(Finished finished, Teller body, Teller front) throws InterruptedException {
        body.tell(new Outcome(finished).post("outcome"));
        boolean seenByFew = !body.place().equals(front.place());
        if (seenByFew && (desk.givesChannels() || !finished.owed().isEmpty()))
            front.tell(new Outcome(finished).post("outcome-front"));
        if (finished.scorecard().isEmpty()) return;
        String title = finished.timeline().brief().title();
        for (Post page : ScorecardPosts.of(finished.scorecard().get(), title)) body.tell(page);
        body.show("chart", Marks.of(finished.drill()) + ": the chart", Papers.chart(finished));
        body.show("report", Marks.of(finished.drill()) + ": the report", Papers.report(finished));
    }
}

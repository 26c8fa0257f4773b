package dev.drillbook.slack;

import dev.drillbook.control.Finished;
import dev.drillbook.timeline.Claim.Suspected;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one drill from its journal: a headline, under it what happened, at the end how it went. It begins where it was
 * left, by this process or by one before it. The drill knows nothing of it.
 */
final class Tale {
    private static final Logger LOG = LoggerFactory.getLogger(Tale.class);

    private final Desk desk;
    private final Source source;
    private final Runnable beside;
    private Told told;

    /** @param beside once the story has begun: has {@link FrontTale} told; returns at once */
    Tale(Desk desk, Source source, Runnable beside) {
        this.desk = desk;
        this.source = source;
        this.beside = beside;
        this.told = desk.memory.story(source.drill());
    }

    /** Returns when all is told or the curtain fell. @throws InterruptedException when that was in the middle of it */
    void tell() throws InterruptedException {
        if (!isToBeTold()) return;
        beside.run();
        Teller head = desk.givesChannels() ? room() : desk.front(told);
        Banner banner = new Banner(desk, source, told, head);
        Spot headline = banner.hang();
        Teller body =
                desk.givesChannels() ? head : desk.teller(told, head.place().under(headline));
        if (!source.follow(desk.pace.look(), desk.curtain, (fresh, timeline) -> tell(fresh, timeline, body, banner)))
            return;
        Optional<Finished> finished = source.finished();
        if (finished.isPresent()) finish(finished.get(), body);
        else LOG.error("Slack: drill {} left no record; nothing more is told of it", source.drill());
        banner.renew();
        while (!desk.memory.story(source.drill()).has(Memory.FRONT)) desk.curtain.last(desk.pace.news());
        told.add(Memory.END, new Spot(desk.front(), ""));
    }

    /** Not when it was told before, or nothing of it was ever recorded. An earlier drill of the same id is forgotten. */
    private boolean isToBeTold() throws InterruptedException {
        if (!told.goesOn()) told.add(Memory.BEGIN, new Spot(desk.front(), ""));
        for (boolean over = source.isOver(); source.after(0, desk.pace.look()).isEmpty(); over = source.isOver()) {
            if (over) told.add(Memory.END, new Spot(desk.front(), ""));
            if (over || desk.curtain.isDown()) return false;
        }
        Instant at = source.timeline().entries().get(0).at();
        String opened = Memory.OPENED + at.toEpochMilli();
        if (!told.isOf(opened)) told = desk.memory.anew(source.drill());
        if (!told.has(Memory.BEGIN)) told.add(Memory.BEGIN, new Spot(desk.front(), ""));
        if (!told.has(opened)) told.add(opened, new Spot(desk.front(), Stamp.before(at)));
        return !told.has(Memory.END);
    }

    private Teller room() throws InterruptedException {
        return desk.teller(told, Place.in(new Room(desk, told, source.timeline()).open()));
    }

    private void tell(List<Entry> fresh, Timeline timeline, Teller body, Banner banner) throws InterruptedException {
        Lines lines = new Lines(timeline, desk.names.in(timeline, body.outbox()));
        for (Entry entry : fresh) {
            Optional<Post> line = lines.of(entry);
            if (line.isPresent()) body.tell(line.get());
            banner.renewIfOld();
        }
        if (!fresh.isEmpty()) correct(timeline, lines, body);
        banner.renewIfDue();
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
    private void finish(Finished finished, Teller body) throws InterruptedException {
        body.tell(new Outcome(finished).post("outcome"));
        if (finished.scorecard().isEmpty()) return;
        String title = finished.timeline().brief().title();
        for (Post page : ScorecardPosts.of(finished.scorecard().get(), title)) body.tell(page);
        body.show("chart", Marks.of(finished.drill()) + ": the chart", Papers.chart(finished));
        body.show("report", Marks.of(finished.drill()) + ": the report", Papers.report(finished));
    }
}

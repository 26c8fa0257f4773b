package dev.drillbook.slack;

import dev.drillbook.control.Finished;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * Tells in the first channel what everyone there must know of a drill: that it became a real incident, and how it ended.
 * It waits for nothing that is told elsewhere, where the drill's own channel may be closed to us.
 */
final class FrontTale {
    private final Desk desk;
    private final Source source;
    private final Told told;

    /** @param source of a drill whose story has begun */
    FrontTale(Desk desk, Source source) {
        this.desk = desk;
        this.source = source;
        this.told = desk.memory.story(source.drill());
    }

    /** Returns when all is told or the curtain fell. @throws InterruptedException when that was in the middle of it */
    void tell() throws InterruptedException {
        if (told.has(Memory.FRONT)) return;
        Teller front = desk.front(told);
        if (!source.follow(desk.pace.look(), desk.curtain, (fresh, timeline) -> tell(fresh, timeline, front))) return;
        Optional<Finished> finished = source.finished();
        if (finished.isPresent() && isWanted(finished.get(), front.place()))
            front.tell(new Outcome(finished.get()).post("outcome-front"));
        told.add(Memory.FRONT, new Spot(desk.front(), ""));
    }

    private void tell(List<Entry> fresh, Timeline timeline, Teller front) throws InterruptedException {
        for (Entry entry : fresh) {
            if (!Lines.isAlarming(entry)) continue;
            front.tell(new Lines(timeline, desk.names.in(timeline, front.outbox())).alarm(entry));
        }
    }

    /** Not where all of the drill is told in the first channel anyway, because Slack gave it none of its own. */
    private boolean isWanted(Finished finished, Place front) {
        Optional<Spot> room = desk.memory.story(source.drill()).spot(Memory.CHANNEL);
        boolean allIsHere =
                room.filter(spot -> spot.channel().equals(front.channel())).isPresent();
        return !allIsHere && (desk.givesChannels() || !finished.owed().isEmpty());
    }
}

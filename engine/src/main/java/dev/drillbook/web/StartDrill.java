package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Wire;

/** A wish from a terminal beside. Answered once the drill has begun, or is refused. */
record StartDrill(Drills drills) implements Guarded.Call {
    @Override
    public Object answer(Query query, String body) {
        LiveDrill drill = drills.start(Wire.read(body, Wire.Wish.class).start(), words -> {});
        return new Wire.Started(drill.id(), drill.zone().getId());
    }
}

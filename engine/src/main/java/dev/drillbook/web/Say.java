package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Utterance;
import dev.drillbook.control.Wire;
import java.time.Instant;

/** A verb from a second terminal. */
record Say(Drills drills) implements Guarded.Call {
    @Override
    public Object answer(Query query, String body) {
        Wire.Say said = Wire.read(body, Wire.Say.class);
        LiveDrill drill = Running.in(drills, query);
        Utterance utterance = Utterance.of(said.line(), drill.zone(), Instant.now());
        return new Wire.Answer(drill.say(said.who(), utterance));
    }
}

package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Utterance;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.Invalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/** A verb from a second terminal. */
record Say(Drills drills) implements Guarded.Call {
    @Override
    public Object answer(Query query, String body) {
        Wire.Say said = Wire.read(body, Wire.Say.class);
        LiveDrill drill = Running.in(drills, query);
        Utterance utterance = Utterance.of(said.line(), zone(said.zone()), Instant.now());
        return new Wire.Answer(drill.say(said.who(), utterance));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new Invalid("no time zone '" + name + "': write one such as Europe/Berlin", e);
        }
    }
}

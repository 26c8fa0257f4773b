package dev.drillbook.timeline;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;

/** An undo to stand in an entry. It is never paid here: that is another room's test. */
@JsonTypeName("nothing")
record TestUndo() implements Undo {
    @Override
    public String asTyped(World world) {
        return "true";
    }

    @Override
    public Payment pay(World world) {
        return new Payment.AlreadyRight("nothing was changed");
    }

    @Override
    public Verdict gone(World world) {
        return new Verdict.Holds("nothing was changed");
    }
}

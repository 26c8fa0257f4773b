package dev.drillbook.schedule;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Finished;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Start;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts drills where every door starts them. */
record DrillStarter(Drills drills) implements Starter {
    private static final Logger LOG = LoggerFactory.getLogger(DrillStarter.class);

    @Override
    public Begun start(Row row, boolean rehearsal) {
        Start wish = new Start(
                row.runbook(),
                row.environment(),
                Map.of(),
                rehearsal,
                "schedule " + row.schedule(),
                "calendar",
                Optional.of(row.key()));
        LiveDrill drill = drills.start(wish, words -> LOG.info("{}: {}", row.schedule(), words));
        return new Begun(drill.id(), drill.finished().thenApply(Finished::refusal));
    }

    @Override
    public Optional<String> startedFor(Row row) {
        return drills.startedFor(row.key());
    }
}

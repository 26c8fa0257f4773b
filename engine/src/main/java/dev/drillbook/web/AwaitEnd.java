package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Finished;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.DrillException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a drill came to; waits a while for its end. */
record AwaitEnd(Drills drills) implements Guarded.Call {
    private static final long PATIENCE_SECONDS = 20;

    @Override
    public Object answer(Query query, String body) {
        try {
            Finished finished = Running.in(drills, query).finished().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Wire.Done(
                    true, finished.files().stream().map(Path::toString).toList(), finished.trouble());
        } catch (TimeoutException e) {
            return new Wire.Done(false, List.of(), List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Wire.Done(false, List.of(), List.of());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DrillException told) throw told;
            throw new IllegalStateException(e);
        }
    }
}

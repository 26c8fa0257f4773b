package dev.drillbook.cli;

import dev.drillbook.control.Finished;
import dev.drillbook.score.Metric;
import dev.drillbook.score.Scorecard;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Stamped;
import dev.drillbook.wording.Endings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a finished drill came to, for people or for machines. */
final class Result {
    private final Finished finished;

    Result(Finished finished) {
        this.finished = finished;
    }

    /**
     * The form of {@code --json}.
     *
     * @param verdict {@code passed} or {@code failed} for a rehearsal; {@code completed}, {@code aborted} or
     *     {@code refused} for a run
     * @param failures what a rehearsal did not show
     * @param undos each undo that was owed and what became of it
     * @param files of the report, as absolute paths
     */
    record Json(
            String drill,
            String verdict,
            String ending,
            int exit,
            List<String> failures,
            List<Undone> undos,
            Optional<Scorecard> scorecard,
            List<String> files,
            List<String> trouble) {}

    /** @param state {@code paid} or {@code owed} @param at when it was paid */
    record Undone(int number, String fault, String state, Optional<Instant> at, String detail) {}

    void print(Screen screen, boolean json) {
        if (json) screen.print(dev.drillbook.control.Wire.write(json()));
        else text().forEach(screen::print);
        finished.trouble().forEach(screen::warn);
        finished.failures().forEach(failure -> screen.warn("FAILED: " + failure));
        for (Owed owed : finished.owed())
            screen.warn("STILL OWED: the undo of " + owed.fault() + "; by hand: " + owed.typed()
                    + "; again with drillbook undo " + finished.drill());
    }

    private Json json() {
        return new Json(
                finished.drill(),
                verdict(),
                Endings.inWords(finished.ending()),
                finished.exit().code(),
                finished.failures(),
                undos(),
                finished.scorecard(),
                finished.files().stream().map(Path::toString).toList(),
                finished.trouble());
    }

    private String verdict() {
        if (finished.refusal().isPresent()) return "refused";
        if (finished.timeline().opened().rehearsal()) return finished.exit().code() == 0 ? "passed" : "failed";
        return finished.isCompleted() ? "completed" : "aborted";
    }

    private List<Undone> undos() {
        List<Stamped<Paid>> paid = finished.timeline().all(Paid.class);
        List<Undone> undos = new ArrayList<>();
        for (Stamped<Owed> owed : finished.timeline().all(Owed.class)) {
            int number = owed.what().number();
            Optional<Stamped<Paid>> payment =
                    paid.stream().filter(one -> one.what().number() == number).findFirst();
            undos.add(new Undone(
                    number,
                    owed.what().fault(),
                    payment.isPresent() ? "paid" : "owed",
                    payment.map(Stamped::at),
                    payment.map(one -> one.what().payment().inWords())
                            .orElse(owed.what().typed())));
        }
        return undos;
    }

    private List<String> text() {
        List<String> lines = new ArrayList<>();
        if (finished.refusal().isPresent()) {
            lines.add("Refused: " + finished.refusal().get());
            return lines;
        }
        lines.add("");
        lines.add("Drill " + finished.drill() + " " + verdict() + " (" + Endings.inWords(finished.ending()) + ")");
        finished.timeline()
                .aborted()
                .filter(aborted -> !aborted.why().isBlank())
                .ifPresent(aborted -> lines.add("  " + aborted.who() + ": " + aborted.why()));
        finished.scorecard().ifPresent(card -> card.metrics().forEach(metric -> lines.add(inWords(metric))));
        for (Undone undo : undos()) lines.add("  undo of " + undo.fault() + ": " + undo.detail());
        finished.files().forEach(file -> lines.add("  " + file));
        return lines;
    }

    private static String inWords(Metric metric) {
        String goal = metric.goal()
                .map(result -> result.isMet() ? "  (goal met)" : result.isMissed() ? "  (GOAL MISSED)" : "")
                .orElse("");
        return String.format("  %-34s %s%s", metric.name(), metric.value().inWords(), goal);
    }
}

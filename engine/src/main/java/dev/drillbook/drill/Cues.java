package dev.drillbook.drill;

import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Runbook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the plan still has to bring: beats and, in a rehearsal, its steps, in the order of their times. */
final class Cues {
    /** Whoever performs them. */
    interface Stage {
        void apply(Beat.Apply beat);

        void send(Beat.Send beat);

        void help(Beat.Help beat);

        void step(Rehearsal.Step step);
    }

    private record Cue(Duration at, Optional<Beat> beat, Optional<Rehearsal.Step> step) {}

    private final List<Cue> waiting = new ArrayList<>();
    private final Duration lastAct;

    Cues(Runbook runbook, boolean rehearsal) {
        runbook.beats().forEach(beat -> waiting.add(new Cue(beat.at(), Optional.of(beat), Optional.empty())));
        List<Rehearsal.Step> steps =
                rehearsal ? runbook.rehearsal().orElseThrow().steps() : List.<Rehearsal.Step>of();
        steps.forEach(step -> waiting.add(new Cue(step.at(), Optional.empty(), Optional.of(step))));
        waiting.sort(Comparator.comparing(Cue::at));
        lastAct = Stream.concat(
                        steps.stream().map(Rehearsal.Step::at),
                        runbook.beats().stream()
                                .filter(Beat.Apply.class::isInstance)
                                .map(Beat::at))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** When the next one is due, after the drill began. */
    Optional<Duration> next() {
        return waiting.stream().findFirst().map(Cue::at);
    }

    /** Brings everything that is due by now. */
    void play(Duration elapsed, Stage stage) {
        while (!waiting.isEmpty() && waiting.get(0).at().compareTo(elapsed) <= 0) bring(waiting.remove(0), stage);
    }

    private static void bring(Cue cue, Stage stage) {
        cue.step().ifPresent(stage::step);
        cue.beat().ifPresent(beat -> {
            if (beat instanceof Beat.Apply apply) stage.apply(apply);
            if (beat instanceof Beat.Send send) stage.send(send);
            if (beat instanceof Beat.Help help) stage.help(help);
        });
    }

    /** Takes the next hint out of the plan, for someone who asks for it before its time. */
    Optional<Beat.Help> takeHint() {
        for (Cue cue : waiting)
            if (cue.beat().orElse(null) instanceof Beat.Help help) {
                waiting.remove(cue);
                return Optional.of(help);
            }
        return Optional.empty();
    }

    boolean hasApply() {
        return beats().stream().anyMatch(Beat.Apply.class::isInstance);
    }

    /** When a rehearsal's last step is due, or the last fault, whichever is later. */
    Duration lastAct() {
        return lastAct;
    }

    /** The beats that have not come due. */
    List<Beat> beats() {
        return waiting.stream().map(Cue::beat).flatMap(Optional::stream).toList();
    }
}

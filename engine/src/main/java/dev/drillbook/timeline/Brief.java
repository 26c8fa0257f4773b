package dev.drillbook.timeline;

import dev.drillbook.runbook.Answer;
import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Debrief;
import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.Side;
import dev.drillbook.runbook.Signal;
import dev.drillbook.runbook.SignalProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the first entry keeps of the runbook, so that a drill can be scored and rendered for ever from its own folder.
 *
 * @param breaksSomething whether the plan applies any fault; where it does not, alarms are false alarms
 * @param steadyState the probes in words
 * @param limits the steady state's limits on signals, for whoever draws them
 * @param sha256 of {@code text}, the runbook's exact text
 */
public record Brief(
        String runbook,
        String title,
        int severity,
        List<String> players,
        List<String> tags,
        String briefing,
        String story,
        boolean breaksSomething,
        List<String> steadyState,
        List<Limit> limits,
        List<Goal> goals,
        List<ExpectedAlert> alerts,
        Duration holdFor,
        Duration timeLimit,
        int hints,
        Optional<Answer> answer,
        Debrief debrief,
        String text,
        String sha256) {

    /** How soon after the first apply a milestone should come. @param byTruth whether the engine measures it */
    public record Goal(String milestone, Duration within, boolean byTruth) {
        static Goal of(Milestone milestone) {
            return new Goal(milestone.name(), milestone.within(), milestone.byTruth());
        }
    }

    /**
     * What a signal should stay below or above.
     *
     * @param value shares from 0 to 1, times in seconds, other numbers as they are
     * @param words without the signal's name, such as {@code below 1 %}
     */
    public record Limit(String signal, Scale scale, Side side, double value, String words) {
        public Limit {
            if (side == null) side = Side.BELOW; // a journal from before it was kept
        }

        static Limit of(SignalProbe probe) {
            String name = probe.signal().name();
            return new Limit(
                    name,
                    Scale.of(probe.signal()),
                    probe.side(),
                    probe.limit(),
                    probe.inWords().substring(name.length()).strip());
        }
    }

    /** What a signal's numbers are. */
    public enum Scale {
        SHARE,
        TIME,
        NUMBER;

        public static Scale of(Signal<?> signal) {
            if (signal.scale() == Share.class) return SHARE;
            return signal.scale() == Duration.class ? TIME : NUMBER;
        }
    }

    /** @param timeLimit the runbook's own, or less where the environment's lease is over before */
    public static Brief of(Runbook runbook, Duration timeLimit) {
        return new Brief(
                runbook.id(),
                runbook.title(),
                runbook.severity(),
                runbook.players(),
                runbook.tags(),
                runbook.briefing(),
                runbook.story(),
                runbook.breaksSomething(),
                runbook.steadyState().stream().map(Probe::inWords).toList(),
                runbook.steadyState().stream()
                        .filter(SignalProbe.class::isInstance)
                        .map(probe -> Limit.of((SignalProbe) probe))
                        .toList(),
                runbook.milestones().stream().map(Goal::of).toList(),
                runbook.alerts(),
                runbook.holdFor(),
                timeLimit,
                (int) runbook.beats().stream()
                        .filter(Beat.Help.class::isInstance)
                        .count(),
                runbook.answer(),
                runbook.debrief(),
                runbook.source().text(),
                runbook.source().sha256());
    }

    public Optional<Goal> goal(String milestone) {
        return goals.stream().filter(goal -> goal.milestone().equals(milestone)).findFirst();
    }
}

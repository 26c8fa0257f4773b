package dev.drillbook.drill;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Brief;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Hypothesis;
import dev.drillbook.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** From what a person says to what the journal keeps of it, given what happened so far. Pure. */
final class Claims {
    private final Timeline timeline;

    Claims(Timeline timeline) {
        this.timeline = timeline;
    }

    Claim reached(String who, Instant when, Saying.Reached said) {
        String milestone = known(said.milestone());
        boolean measured =
                timeline.brief().goal(milestone).filter(Brief.Goal::byTruth).isPresent();
        if (measured && !Milestone.USUAL.contains(milestone))
            throw new Invalid("milestone '" + milestone + "' is measured by Drillbook: nothing to claim");
        return new Claim.Reached(who, when, milestone, said.text());
    }

    private String known(String said) {
        List<String> names = new ArrayList<>(Milestone.USUAL);
        timeline.brief().goals().stream()
                .map(Brief.Goal::milestone)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names.stream()
                .filter(name -> name.equalsIgnoreCase(said.strip()))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "no milestone '" + said + "' in this drill: say one of " + String.join(", ", names)));
    }

    Claim suspected(String who, Instant when, Saying.Hypothesis said) {
        int number = timeline.hypotheses().size() + 1;
        return new Claim.Suspected(who, when, number, needed(said.text(), "hypothesis", "database overload"));
    }

    Claim ruledOut(String who, Instant when, Saying.RuleOut said) {
        return new Claim.RuledOut(who, when, open(said.which().strip()).number());
    }

    private Hypothesis open(String which) {
        List<Hypothesis> open = timeline.openHypotheses();
        return open.stream()
                .filter(one -> which.equals(Integer.toString(one.number())) || which.equalsIgnoreCase(one.text()))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        open.isEmpty()
                                ? "no hypothesis is open: say one first, such as hypothesis database overload"
                                : "no open hypothesis '" + which + "': say rule-out with one of " + listed(open)));
    }

    private static String listed(List<Hypothesis> open) {
        return open.stream().map(one -> one.number() + " (" + one.text() + ")").collect(Collectors.joining(", "));
    }

    Claim noted(String who, Instant when, Saying.Note said) {
        return new Claim.Noted(who, when, needed(said.text(), "note", "errors only on one server"));
    }

    Claim escalated(String who, Instant when, Saying.Escalate said) {
        return new Claim.Escalated(who, when, needed(said.to(), "escalate", "database team"));
    }

    Claim roleTaken(String who, Instant when, Saying.Role said) {
        return new Claim.RoleTaken(
                who,
                when,
                needed(said.person(), "role", "ada incident commander"),
                needed(said.role(), "role", "ada incident commander"));
    }

    private static String needed(String text, String verb, String example) {
        if (text.isBlank()) throw new Invalid(verb + " needs some words: say " + verb + " " + example);
        return text.strip();
    }
}

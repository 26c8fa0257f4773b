package dev.drillbook.script;

import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.Rehearsal.Move;
import dev.drillbook.runbook.Rehearsal.Repair;
import dev.drillbook.runbook.Rehearsal.Say;
import dev.drillbook.runbook.Rehearsal.Step;
import java.time.Duration;

/** The words inside {@code rehearsal { }}: how a team that knows the answer would respond. */
public final class Rehearsing {
    static final String HYPOTHESIS = "hypothesis";
    static final String RULE_OUT = "rule-out";

    private final Draft draft;

    Rehearsing(Draft draft) {
        this.draft = draft;
    }

    @Word("after 20.seconds claim detected")
    public Then after(Duration time) {
        return new Then(time);
    }

    /** {@code after 20.seconds …} */
    public final class Then implements Unfinished {
        private final Duration time;

        Then(Duration time) {
            this.time = time;
        }

        @Word("after 20.seconds claim detected")
        public void claim(Sentences.Handle milestone) {
            say("reached", milestone.name);
        }

        @Word("after 22.seconds hypothesis 'database overload'")
        public void hypothesis(String text) {
            say(HYPOTHESIS, text);
        }

        @Word("after 30.seconds ruleOut 'database overload'")
        public void ruleOut(String earlierHypothesis) {
            say(RULE_OUT, earlierHypothesis);
        }

        @Word("after 40.seconds rootCause 'One server reads its own cache keys.'")
        public void rootCause(String text) {
            say("root-cause", text);
        }

        @Word("after 25.seconds note 'Only one server shows errors.'")
        public void note(String text) {
            say("note", text);
        }

        @Word("after 25.seconds escalate 'database team'")
        public void escalate(String who) {
            say("escalate", who);
        }

        @Word("after 45.seconds repair ConfigFile.at(config).set('ttl-seconds': 60)")
        public void repair(Change change) {
            add(new Repair(change));
        }

        private void say(String verb, String text) {
            add(new Say(verb, text));
        }

        private void add(Move move) {
            draft.steps.add(new Step(time, move, draft.here()));
        }
    }
}

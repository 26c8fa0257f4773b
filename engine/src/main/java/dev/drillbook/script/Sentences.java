package dev.drillbook.script;

import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Hint;
import dev.drillbook.runbook.Inject;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Residue;
import java.time.Duration;
import java.util.List;

/** How the sentences of the top level go on: {@code at … apply … leaving …}, {@code after … unless … hint …}. */
public final class Sentences {
    private final Draft draft;

    Sentences(Draft draft) {
        this.draft = draft;
    }

    /** {@code at 0.seconds …} */
    public final class At implements Unfinished {
        private final Duration time;

        At(Duration time) {
            this.time = time;
        }

        @Word("at 0.seconds apply ConfigFile.at(config).set('ttl-seconds': 86_400)")
        public Applied apply(Fault fault) {
            Beat.Apply beat = new Beat.Apply(time, fault, List.of(), draft.here());
            draft.beats.add(beat);
            return new Applied(beat);
        }
    }

    /** {@code at … apply … …} */
    public final class Applied {
        private final Beat.Apply beat;

        Applied(Beat.Apply beat) {
            this.beat = beat;
        }

        @Word("at 0.seconds apply ConfigFile.at(config).set('key-prefix': 'b:') leaving Redis.at(cache).keys('b:*')")
        public void leaving(Residue... residues) {
            draft.beats.remove(beat);
            draft.beats.add(new Beat.Apply(beat.at(), beat.fault(), List.of(residues), beat.line()));
        }
    }

    /** {@code after 2.minutes …} */
    public final class After implements Unfinished {
        private final Duration time;

        After(Duration time) {
            this.time = time;
        }

        @Word("after 2.minutes inject 'support', 'Two customers paid the old price.'")
        public void inject(String from, String text) {
            draft.beats.add(new Beat.Send(time, new Inject(from, text, false), draft.here()));
        }

        @Word("after 6.minutes redHerring 'graphs', 'Database CPU is at 80 %.'")
        public void redHerring(String from, String text) {
            draft.beats.add(new Beat.Send(time, new Inject(from, text, true), draft.here()));
        }

        @Word("after 10.minutes unless detected hint 'Look at the support channel.'")
        public Unless unless(Handle milestone) {
            return new Unless(time, milestone.name);
        }
    }

    /** {@code after 10.minutes unless detected …} */
    public final class Unless implements Unfinished {
        private final Duration time;
        private final String milestone;

        Unless(Duration time, String milestone) {
            this.time = time;
            this.milestone = milestone;
        }

        @Word("after 10.minutes unless detected hint 'Look at the support channel.'")
        public void hint(String text) {
            draft.beats.add(new Beat.Help(time, new Hint(milestone, text), draft.here()));
        }
    }

    /** {@code expectAlert 'StaleAnswers' …} */
    public final class AlertNamed implements Unfinished {
        private final String name;

        AlertNamed(String name) {
            this.name = name;
        }

        @Word("expectAlert 'StaleAnswers' within 3.minutes")
        public void within(Duration time) {
            draft.alert(name, () -> new ExpectedAlert(name, time, draft.here()));
        }
    }

    /** {@code milestone 'detected' …} */
    public final class MilestoneNamed implements Unfinished {
        private final String name;

        MilestoneNamed(String name) {
            this.name = name;
        }

        @Word("def detected = milestone 'detected' within 5.minutes")
        public Handle within(Duration time) {
            draft.milestone(name, () -> new Milestone(name, time, List.of(), draft.here()));
            return new Handle(name);
        }
    }

    /** A milestone, as the rest of the runbook refers to it. */
    public final class Handle {
        final String name;

        Handle(String name) {
            this.name = name;
        }

        @Word("milestone 'restored' within 45.minutes when fresh")
        public Handle when(Probe... probes) {
            draft.milestones.replaceAll(known -> known.name().equals(name)
                    ? new Milestone(name, known.within(), List.of(probes), known.line())
                    : known);
            return this;
        }
    }
}

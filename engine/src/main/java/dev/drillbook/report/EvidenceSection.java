package dev.drillbook.report;

import dev.drillbook.report.Model.Evidence;
import dev.drillbook.report.Model.Fact;
import dev.drillbook.report.Model.Undo;
import dev.drillbook.timeline.Happening.Answered;
import dev.drillbook.timeline.Happening.Checked;
import dev.drillbook.timeline.Happening.Closed;
import dev.drillbook.timeline.Happening.Moment;
import dev.drillbook.timeline.Happening.NotSent;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.WrittenOff;
import dev.drillbook.timeline.Stamped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What lets someone else check all this: what was put back and when, hashes, versions, the runbook's own text. */
record EvidenceSection(Subject subject) {
    Evidence evidence() {
        return new Evidence(
                putBack(),
                subject.timeline().all(Owed.class).stream()
                        .map(owed -> undo(owed.what()))
                        .toList(),
                steadyState(),
                after().map(Checked::probes).orElse(List.of()).stream()
                        .map(EvidenceSection::probe)
                        .toList(),
                hashes(),
                new TreeMap<>(subject.timeline().opened().inputs())
                        .entrySet().stream()
                                .map(input -> new Fact(input.getKey(), input.getValue()))
                                .toList(),
                subject.timeline().all(NotSent.class).stream()
                        .flatMap(unsent -> unsent.what().beats().stream())
                        .toList(),
                subject.brief().runbook(),
                subject.brief().text());
    }

    /** The sentence that everything was put back, or that it was not. */
    String putBack() {
        List<Stamped<Owed>> all = subject.timeline().all(Owed.class);
        if (!subject.timeline().undos().owed().isEmpty())
            return "NOT everything was put back: "
                    + subject.timeline().undos().owed().size() + " of " + all.size() + " undos are still owed.";
        if (subject.timeline().undos().isOneUnread())
            return "It is NOT known whether everything was put back: a line of the journal cannot be read.";
        if (all.isEmpty()) return "There was nothing to put back.";
        int off = subject.timeline().all(WrittenOff.class).size();
        if (off > 0)
            return "NOT everything was put back: " + off + " of " + all.size() + " undos were written off by a person.";
        Instant last = subject.timeline().undos().paidAt().orElseThrow();
        return "Everything was put back at " + subject.time(last) + ".";
    }

    private Undo undo(Owed owed) {
        Optional<Stamped<Paid>> paid = subject.timeline().all(Paid.class).stream()
                .filter(one -> one.what().number() == owed.number())
                .findFirst();
        return paid.map(one -> new Undo(
                        owed.fault(),
                        owed.typed(),
                        one.what().payment().inWords() + "; gone: "
                                + one.what().gone().inWords(),
                        subject.time(one.at()),
                        "neutral"))
                .orElseGet(() -> new Undo(owed.fault(), owed.typed(), unpaid(owed), "–", "bad"));
    }

    private String unpaid(Owed owed) {
        return subject.timeline()
                .undos()
                .writtenOff(owed.number())
                .map(off -> "written off by " + subject.people().apply(off.who()) + ": " + off.why())
                .orElse("STILL OWED");
    }

    private Optional<Checked> after() {
        return subject.timeline().all(Checked.class).stream()
                .map(Stamped::what)
                .filter(checked -> checked.moment() == Moment.AFTER)
                .reduce((first, last) -> last);
    }

    private String steadyState() {
        return after().map(checked -> checked.holds()
                        ? "Afterwards the steady state holds."
                        : "Afterwards the steady state does NOT hold.")
                .orElse("The steady state was not checked afterwards.");
    }

    private static Fact probe(Answered answered) {
        return new Fact(answered.probe(), answered.verdict().inWords());
    }

    private List<Fact> hashes() {
        Opened opened = subject.timeline().opened();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Drillbook", opened.version()));
        facts.add(new Fact("Runbook", opened.brief().runbook()));
        facts.add(new Fact("SHA-256 of the runbook", opened.brief().sha256()));
        opened.mayBreak().ifPresent(limits -> facts.add(new Fact("Checked before each fault: it may break", limits)));
        facts.add(new Fact("Last hash of journal.jsonl", subject.lastHash()));
        subject.timeline()
                .first(Closed.class)
                .map(closed -> closed.what().signalsSha256())
                .ifPresent(hash -> facts.add(new Fact("SHA-256 of signals.jsonl", hash)));
        subject.damage().forEach(what -> facts.add(new Fact("Not as it was written", what)));
        facts.add(new Fact(
                "Entries of the journal",
                Integer.toString(subject.timeline().entries().size())));
        return facts;
    }
}

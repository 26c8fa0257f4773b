package dev.drillbook.report;

import dev.drillbook.report.Model.Fact;
import dev.drillbook.runbook.Reading;
import dev.drillbook.timeline.Series;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What users felt, in exact numbers: from the first apply to the last entry, like the scorecard's own. */
record ImpactSection(Subject subject, Series series) {
    private static final String REQUESTS = "traffic.requests";

    static List<Fact> of(Subject subject) {
        Series since = subject.timeline()
                .series()
                .between(subject.since(), subject.timeline().end());
        return new ImpactSection(subject, since).facts();
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Time in breach", subject.metric("breach-length")));
        facts.add(new Fact("Users touched", subject.metric("users-touched")));
        facts.add(new Fact("Share of users touched", subject.metric("share-touched")));
        facts.add(new Fact("Share of users affected, over time", subject.metric("affected")));
        part(facts, "Requests failed", "traffic.errors");
        part(facts, "Stale answers", "traffic.stale");
        slowest(facts);
        return facts;
    }

    private void part(List<Fact> facts, String name, String share) {
        List<Reading> requests = series.of(REQUESTS);
        List<Reading> shares = series.of(share);
        long all = 0;
        long some = 0;
        for (int i = 0; i < requests.size(); i++) {
            double due = requests.get(i).value();
            double of = shares.get(i).value();
            if (!Double.isFinite(due) || !Double.isFinite(of)) continue;
            all += Math.round(due);
            some += Math.round(due * of);
        }
        if (all > 0)
            facts.add(new Fact(
                    name,
                    Numbers.count(some) + " of " + Numbers.count(all) + " requests ("
                            + Numbers.share(some / (double) all) + ")"));
    }

    private void slowest(List<Fact> facts) {
        series.of("traffic.p99").stream()
                .mapToDouble(Reading::value)
                .filter(Double::isFinite)
                .max()
                .ifPresent(worst -> facts.add(new Fact(
                        "Slowest second (p99)", Durations.inWords(Duration.ofNanos(Math.round(worst * 1e9))))));
    }
}

package dev.drillbook.score;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.score.Stamp.By;
import dev.drillbook.timeline.Happening.MilestoneMet;
import java.util.List;
import java.util.Optional;

/** The moments of a drill by themselves: what was measured, and what was claimed beside it. */
record Stamps(Moments moments) {
    List<Stamp> truth() {
        return List.of(
                of(moments.applied()),
                of(moments.tookHold()),
                of(moments.firstImpact()),
                of(moments.alertFired()),
                met(Milestone.MITIGATED),
                met(Milestone.RESTORED));
    }

    List<Stamp> claims() {
        return Milestone.USUAL.stream()
                .map(name -> new Stamp(name, moments.timeline().claimed(name), Optional.empty()))
                .toList();
    }

    private static Stamp of(Moment moment) {
        return new Stamp(moment.name(), moment.at(), Optional.empty());
    }

    private Stamp met(String milestone) {
        Optional<MilestoneMet> met = moments.timeline().met(milestone);
        return new Stamp(
                milestone, met.map(MilestoneMet::since), met.map(one -> one.byDrillbook() ? By.DRILLBOOK : By.TEAM));
    }
}

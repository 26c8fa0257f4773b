package dev.drillbook.undo;

import dev.drillbook.timeline.Happening.Owed;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What faults leave behind, and which of them still do. Each residue is owed right before the fault that leaves it, and is
 * made again for as long as that is there, however quiet it is for a while.
 */
record Leavings(Set<Integer> residues, Set<Integer> unpaid) {
    /** @param unpaid what was not put back, of whatever kind */
    static Leavings of(Stream<Owed> owed, Stream<Owed> unpaid) {
        return new Leavings(numbers(owed.filter(one -> one.undo().mayComeBack())), numbers(unpaid));
    }

    private static Set<Integer> numbers(Stream<Owed> owed) {
        return owed.map(Owed::number).collect(Collectors.toSet());
    }

    boolean areStillMade(Owed one) {
        if (!residues.contains(one.number())) return false;
        int fault = one.number() + 1;
        while (residues.contains(fault)) fault++;
        return unpaid.contains(fault);
    }
}

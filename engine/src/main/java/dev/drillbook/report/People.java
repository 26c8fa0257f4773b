package dev.drillbook.report;

import dev.drillbook.report.Subject.Naming;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Claim.RoleTaken;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Happening.WrittenOff;
import dev.drillbook.timeline.Timeline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a document calls someone. Whoever is not known to have taken part, such as a team that was called, keeps the name. */
record People(Map<String, String> called) implements UnaryOperator<String> {
    private static final String FACILITATOR = "facilitator";

    static People of(Timeline timeline, Naming naming) {
        return new People(naming == Naming.NAMES ? Map.of() : roles(timeline));
    }

    /** The role last taken; a player's role that the runbook knows stays; anyone else is numbered. */
    private static Map<String, String> roles(Timeline timeline) {
        Opened opened = timeline.opened();
        Map<String, String> taken = timeline.roles();
        Map<String, String> called = new HashMap<>();
        Set<String> used = new HashSet<>(opened.brief().players());
        for (String person : named(timeline)) {
            if (called.containsKey(person)) continue;
            if (opened.rehearsal() || opened.brief().players().contains(person)) called.put(person, person);
            else if (taken.containsKey(person)) called.put(person, taken.get(person));
            else called.put(person, unused("responder", used));
        }
        called.putIfAbsent(opened.startedBy(), taken.getOrDefault(opened.startedBy(), FACILITATOR));
        return called;
    }

    /** Those who spoke, then those who did something that is told with a name beside it. */
    private static List<String> named(Timeline timeline) {
        Stream<String> aborted =
                timeline.aborted().map(Aborted::who).filter(who -> !who.equals(Aborted.DRILLBOOK)).stream();
        Stream<String> wroteOff =
                timeline.all(WrittenOff.class).stream().map(off -> off.what().who());
        return Stream.of(spoke(timeline).stream(), aborted, wroteOff)
                .flatMap(names -> names)
                .toList();
    }

    private static List<String> spoke(Timeline timeline) {
        return timeline.claims().stream()
                .flatMap(claim -> claim instanceof RoleTaken role
                        ? Stream.of(claim.who(), role.person())
                        : Stream.of(claim).map(Claim::who))
                .distinct()
                .toList();
    }

    private static String unused(String name, Set<String> used) {
        int number = 1;
        while (!used.add(name + " " + number)) number++;
        return name + " " + number;
    }

    @Override
    public String apply(String who) {
        return called.getOrDefault(who, who);
    }

    /** Everyone who spoke, by what this document calls them. */
    static List<String> present(Subject subject) {
        return spoke(subject.timeline()).stream()
                .map(subject.people())
                .distinct()
                .toList();
    }
}

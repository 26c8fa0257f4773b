package dev.drillbook.timeline;

import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.Checked;
import dev.drillbook.timeline.Happening.Moment;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.timeline.Happening.WrittenOff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The undos of a drill, and what became of each: owed, paid or written off. */
public final class Undos {
    private final Timeline timeline;

    Undos(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Those that were neither carried out nor written off, in the order in which to pay them: last in, first out. */
    public List<Owed> owed() {
        Set<Integer> done = done().collect(Collectors.toSet());
        List<Owed> owed = timeline.stream(Owed.class)
                .map(Stamped::what)
                .filter(undo -> !done.contains(undo.number()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(owed);
        return owed;
    }

    /** Whether one stays owed, or may, of which no entry says what it is: that line could not be read. */
    public boolean isOneUnread() {
        Set<Integer> known = Stream.concat(
                        timeline.stream(Owed.class).map(owed -> owed.what().number()), done())
                .collect(Collectors.toSet());
        return Stream.concat(
                        timeline.stream(StaysOwed.class)
                                .map(stays -> stays.what().number()),
                        timeline.stream(Applied.class)
                                .map(applied -> applied.what().number()))
                .anyMatch(number -> !known.contains(number));
    }

    /** The numbers of those that nobody needs to pay any more. */
    private Stream<Integer> done() {
        return Stream.concat(
                timeline.stream(Paid.class).map(paid -> paid.what().number()),
                timeline.stream(WrittenOff.class).map(off -> off.what().number()));
    }

    /** Whether every one that was ever owed was carried out. */
    public boolean arePaid() {
        return owed().isEmpty()
                && !isOneUnread()
                && timeline.first(WrittenOff.class).isEmpty();
    }

    /** When the last one was carried out, where every one was; empty where nothing was owed. */
    public Optional<Instant> paidAt() {
        return arePaid()
                ? timeline.stream(Paid.class).map(Stamped::at).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** When, after that, the whole steady state was found to hold. */
    public Optional<Instant> verifiedAt() {
        return paidAt().flatMap(paid -> timeline.stream(Checked.class)
                .filter(checked -> checked.what().moment() == Moment.AFTER
                        && checked.what().holds())
                .map(Stamped::at)
                .filter(at -> !at.isBefore(paid))
                .findFirst());
    }

    /** Why the last try to carry this one out failed; empty when none did. */
    public Optional<String> whyOwed(int number) {
        return timeline.stream(StaysOwed.class)
                .map(Stamped::what)
                .filter(stays -> stays.number() == number)
                .reduce((before, last) -> last)
                .map(StaysOwed::why);
    }

    /** Why nobody pays this one any more, although it was never carried out; empty for every other one. */
    public Optional<WrittenOff> writtenOff(int number) {
        return timeline.stream(WrittenOff.class)
                .map(Stamped::what)
                .filter(off -> off.number() == number)
                .findFirst();
    }
}

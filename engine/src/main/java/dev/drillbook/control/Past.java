package dev.drillbook.control;

import dev.drillbook.journal.DrillFolders;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Stamped;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Endings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A drill of the past, in a line.
 *
 * @param ending in words; {@code not closed} while it runs, or when its engine died
 * @param length from its first entry to its last
 * @param owed undos that were not paid
 * @param damage what is wrong with its journal, one line each
 */
public record Past(
        String drill,
        String runbook,
        String environment,
        boolean rehearsal,
        Instant opened,
        Duration length,
        String ending,
        int owed,
        List<String> damage) {
    private static final String UNREADABLE = "unreadable";

    /** All that can be read, the latest first; a folder in which nothing can be read is passed over. */
    public static List<Past> in(Path reports) {
        return DrillFolders.look(reports).whole().stream()
                .map(Past::read)
                .flatMap(Optional::stream)
                .sorted((one, other) -> other.opened().compareTo(one.opened()))
                .toList();
    }

    /** The same as players may read it: of a drill whose engine lives, that it runs, and no more. */
    public static List<Past> forPlayers(Home home, Instant now) {
        List<Past> all = in(home.reports());
        // read last, so that one which begins meanwhile is not in the list
        Set<String> running = ControlFile.drills(home.state());
        return all.stream()
                .map(past -> running.contains(past.drill()) ? past.running(now) : past)
                .toList();
    }

    /** Its last entry may be of the fault: so it lasts until now. */
    private Past running(Instant now) {
        return new Past(
                drill, runbook, environment, rehearsal, opened, Duration.between(opened, now), "running", 0, damage);
    }

    private static Optional<Past> read(Path folder) {
        JournalReader journal = JournalReader.read(folder);
        if (journal.entries().isEmpty()) return Optional.empty();
        Timeline timeline = Timeline.of(journal.entries());
        Instant opened = journal.entries().get(0).at();
        Optional<Opened> first = timeline.first(Opened.class).map(Stamped::what);
        return Optional.of(new Past(
                folder.getFileName().toString(),
                first.map(what -> what.brief().runbook()).orElse(UNREADABLE),
                first.map(Opened::environment).orElse(UNREADABLE),
                first.filter(Opened::rehearsal).isPresent(),
                opened,
                Duration.between(opened, timeline.end()),
                timeline.isClosed() ? timeline.ending().map(Endings::inWords).orElse("") : "not closed",
                timeline.undos().owed().size(),
                journal.damage()));
    }
}

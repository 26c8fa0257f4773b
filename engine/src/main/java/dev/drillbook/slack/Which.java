package dev.drillbook.slack;

import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.runbook.Invalid;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which drill somebody means: the one whose environment they name, else the one in whose thread or channel they are, else
 * the only one.
 */
final class Which {
    private final Drills drills;
    private final Whereabouts where;

    Which(Drills drills, Whereabouts where) {
        this.drills = drills;
        this.where = where;
    }

    /** @param text what was said about it, without the environment's name */
    record Meant(LiveDrill drill, String text) {}

    /** @throws Invalid when there is none, or when several run and none is named */
    Meant of(Heard heard, String text) {
        List<LiveDrill> running = drills.running();
        if (running.isEmpty())
            throw new Invalid("no drill is running: start one with " + Slash.COMMAND + " run RUNBOOK");
        if (running.size() == 1) return new Meant(running.get(0), text);
        return running.stream()
                .flatMap(drill -> named(drill, text).stream())
                .findFirst()
                .or(() -> here(heard, running).map(drill -> new Meant(drill, text)))
                .orElseThrow(() -> new Invalid("several drills are running: name one with " + listed(running)));
    }

    /** The drill in whose thread or channel something was said, or the only one; none where that is unclear. */
    Optional<LiveDrill> around(Heard heard) {
        List<LiveDrill> running = drills.running();
        return running.size() == 1 ? Optional.of(running.get(0)) : here(heard, running);
    }

    /** @throws Invalid when it is over */
    LiveDrill byId(String id) {
        return drills.running().stream()
                .filter(drill -> drill.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid("drill " + id + " is over: " + Slash.COMMAND + " report " + id));
    }

    private Optional<LiveDrill> here(Heard heard, List<LiveDrill> running) {
        return where.drillIn(heard.channel(), heard.thread())
                .flatMap(id ->
                        running.stream().filter(drill -> drill.id().equals(id)).findFirst());
    }

    /** {@code … on staging}, {@code … on staging at 11:20} */
    private static Optional<Meant> named(LiveDrill drill, String text) {
        Matcher on = Pattern.compile(
                        "(^|\\s)on\\s+" + Pattern.quote(drill.environment()) + "(?=\\s+at\\s[^a-z]*$|\\s*$)")
                .matcher(text);
        return on.find() ? Optional.of(new Meant(drill, on.replaceFirst("").strip())) : Optional.empty();
    }

    private static String listed(List<LiveDrill> running) {
        return running.stream().map(drill -> "on " + drill.environment()).collect(Collectors.joining(" or "));
    }
}

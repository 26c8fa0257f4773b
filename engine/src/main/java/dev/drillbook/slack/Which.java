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
 * Which drill somebody means: the one whose environment they name, else the one in whose channel (or, for a pin, thread)
 * they are, else the only one. Where a drill that is over was told, no other is meant.
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

    /** @throws Invalid when there is none, or none is named where several run or one that is over was told */
    Meant of(Heard heard, String text) {
        List<LiveDrill> running = drills.running();
        if (running.isEmpty())
            throw new Invalid("no drill is running: start one with " + Slash.COMMAND + " run RUNBOOK");
        Optional<Meant> named = drills.environments().stream()
                .flatMap(environment -> named(environment, running, text).stream())
                .findFirst();
        if (named.isPresent()) return named.get();
        return around(heard, running)
                .map(drill -> new Meant(drill, text))
                .orElseThrow(() -> new Invalid(here(heard)
                                .map(over -> "drill " + over + " is over: say it in the drills' channel, or name one")
                                .orElse("several drills are running: name one")
                        + " with " + listed(running)));
    }

    /** The drill in whose thread or channel something was said, or the only one; none where that is unclear. */
    Optional<LiveDrill> around(Heard heard) {
        return around(heard, drills.running());
    }

    private Optional<LiveDrill> around(Heard heard, List<LiveDrill> running) {
        Optional<String> here = here(heard);
        if (here.isEmpty() && running.size() == 1) return Optional.of(running.get(0));
        return here.flatMap(
                id -> running.stream().filter(drill -> drill.id().equals(id)).findFirst());
    }

    /** @throws Invalid when it is over */
    LiveDrill byId(String id) {
        return drills.running().stream()
                .filter(drill -> drill.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid("drill " + id + " is over: " + Slash.COMMAND + " report " + id));
    }

    private Optional<String> here(Heard heard) {
        return where.drillIn(heard.channel(), heard.thread());
    }

    /** {@code … on staging}, {@code … on staging at 11:20} */
    private static Optional<Meant> named(String environment, List<LiveDrill> running, String text) {
        Matcher on = Pattern.compile("(^|\\s)on\\s+" + Pattern.quote(environment) + "(?=\\s+at\\s[^a-z]*$|\\s*$)")
                .matcher(text);
        if (!on.find()) return Optional.empty();
        LiveDrill drill = running.stream()
                .filter(one -> one.environment().equals(environment))
                .findFirst()
                .orElseThrow(() -> new Invalid("no drill is running on '" + environment + "', but " + listed(running)));
        return Optional.of(new Meant(drill, on.replaceFirst("").strip()));
    }

    private static String listed(List<LiveDrill> running) {
        return running.stream().map(drill -> "on " + drill.environment()).collect(Collectors.joining(" or "));
    }
}

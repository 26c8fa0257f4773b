package dev.drillbook.environment;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.Signal;
import dev.drillbook.runbook.SignalProbe;
import dev.drillbook.runbook.Touched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What drills may break in one environment, whoever runs them.
 *
 * @param nouns of the faults; empty for every one
 * @param targets paths, addresses or commands, in which {@code *} stands for anything; empty for every one
 * @param atOnce how many faults one drill may apply; empty for any number
 * @param users the drill ends when a larger share of users was touched by it
 * @param lease the longest life of a fault; empty for the drill's time limit
 */
public record Limits(
        Set<String> nouns,
        List<String> targets,
        Optional<Integer> atOnce,
        Optional<Share> users,
        Optional<Duration> lease) {
    /** Where nothing is said. */
    public static final Limits NONE =
            new Limits(Set.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Signal<Share> TOUCHED = new Signal<>("traffic.touched", Share.class);

    public Limits {
        nouns = Set.copyOf(nouns);
        targets = List.copyOf(targets);
        if (lease.filter(life -> life.isZero() || life.isNegative()).isPresent())
            throw new Invalid("a lease of no time: write how long a fault may live, such as 30 minutes");
    }

    /** Such as {@code nouns ConfigFile, Redis; 2 faults at once}, or that there are none. */
    public String inWords() {
        List<String> all = new ArrayList<>();
        if (!nouns.isEmpty()) all.add("nouns " + String.join(", ", new TreeSet<>(nouns)));
        if (!targets.isEmpty()) all.add("targets " + String.join(", ", targets));
        atOnce.ifPresent(most -> all.add(most + (most == 1 ? " fault at once" : " faults at once")));
        users.ifPresent(share -> all.add(TOUCHED.above(share).inWords() + " ends it"));
        lease.ifPresent(life -> all.add("a lease of " + life.toSeconds() + " s"));
        return all.isEmpty() ? "whatever the runbook names" : String.join("; ", all);
    }

    /** @throws Refused with the rule that forbids it */
    public void check(Touched touched) {
        if (!nouns.isEmpty() && !nouns.contains(touched.noun()))
            throw new Refused("may-break allows only "
                    + String.join(", ", nouns.stream().sorted().toList()) + " here, and not " + touched.inWords()
                    + ": have it added to drillbook.yaml, or use another runbook");
        if (!targets.isEmpty() && targets.stream().noneMatch(pattern -> matches(pattern, touched.target())))
            throw new Refused("may-break allows only " + String.join(", ", targets) + " here, and not "
                    + touched.inWords() + ": have it added to drillbook.yaml, or give the runbook other inputs");
    }

    private static boolean matches(String pattern, String target) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(target).matches();
    }

    /** @throws Refused when a drill would apply more than may be */
    public void checkCount(long faults) {
        atOnce.filter(most -> faults > most).ifPresent(most -> {
            throw new Refused("may-break allows " + most + " fault(s) at once here, and this runbook applies " + faults
                    + ": use another runbook, or have at-once raised in drillbook.yaml");
        });
    }

    /** Ends a drill that touches more users than it may. */
    public Optional<SignalProbe> stop() {
        return users.map(share -> TOUCHED.above(share).over(Duration.ofSeconds(1)));
    }
}

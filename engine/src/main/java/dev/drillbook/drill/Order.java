package dev.drillbook.drill;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.environment.Environment;
import dev.drillbook.process.Orphans;
import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.timeline.Brief;
import dev.drillbook.timeline.Happening.Opened;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What to perform, where, and for whom.
 *
 * @param id the drill's id, such as {@code 2026-11-24-1}
 * @param rehearsal whether the runbook's own rehearsal plays the team
 * @param startedBy who started it
 * @param door how: {@code terminal}, …
 * @param occurrence for which planned start, where the calendar started it
 * @param zone the team's
 * @param rules throws {@code Refused} with what forbids to break anything at that moment, such as a freeze
 */
public record Order(
        String id,
        Runbook runbook,
        Environment environment,
        boolean rehearsal,
        String startedBy,
        String door,
        Optional<String> occurrence,
        ZoneId zone,
        String version,
        Consumer<Instant> rules) {
    public Order {
        check(runbook, environment, rehearsal);
    }

    /** @throws Invalid when this runbook cannot be performed there, naming the input or what is missing */
    public static void check(Runbook runbook, Environment environment, boolean rehearsal) {
        if (rehearsal && runbook.rehearsal().isEmpty())
            throw new Invalid(
                    "runbook '" + runbook.id() + "' has no rehearsal: write a rehearsal { … } to rehearse it");
        for (Input<?> input : runbook.inputs()) check(input, environment);
    }

    private static void check(Input<?> input, Environment environment) {
        String text = environment.inputs().get(input.name());
        if (text == null)
            throw new Invalid("environment '" + environment.name() + "' gives no value for input '" + input.name()
                    + "': add one with --input " + input.name() + "=…");
        BoundWorld.unmeasured(environment.inputs()).resolve(input);
    }

    /** How long it may take: what the runbook says, or less where the lease of its first fault is over before. */
    Duration timeLimit() {
        Optional<Duration> firstApply = runbook.beats().stream()
                .filter(Beat.Apply.class::isInstance)
                .map(Beat::at)
                .findFirst();
        return environment
                .limits()
                .lease()
                .flatMap(lease -> firstApply.map(lease::plus))
                .filter(end -> end.compareTo(runbook.timeLimit()) < 0)
                .orElse(runbook.timeLimit());
    }

    Opened opened() {
        Map<String, String> inputs = new TreeMap<>();
        runbook.inputs()
                .forEach(input -> inputs.put(input.name(), environment.inputs().get(input.name())));
        return new Opened(
                id,
                environment.name(),
                rehearsal,
                startedBy,
                door,
                occurrence,
                zone.getId(),
                version,
                inputs,
                Brief.of(runbook, timeLimit()),
                Optional.of(Orphans.mark()),
                Optional.of(environment.limits().inWords()));
    }
}

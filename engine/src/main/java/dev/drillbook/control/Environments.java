package dev.drillbook.control;

import dev.drillbook.environment.Environment;
import dev.drillbook.environment.Limits;
import dev.drillbook.environment.Stack;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
import dev.drillbook.runbook.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The environments that can be drilled, by name. */
public final class Environments {
    private final Map<String, Stack> stacks = new TreeMap<>();
    private final Map<String, Limits> limits;

    /** @param limits by environment, for those that this program starts itself too; without one, everything may be broken */
    public Environments(List<Stack> stacks, Map<String, Limits> limits) {
        stacks.forEach(stack -> this.stacks.put(stack.name(), stack));
        this.limits = Map.copyOf(limits);
    }

    Set<String> names() {
        return stacks.keySet();
    }

    /** @throws Invalid when there is none of that name, naming the nearest */
    public Stack stack(String name) {
        Stack stack = stacks.get(name);
        if (stack == null)
            throw new Invalid("no environment '" + name + "'"
                    + Nearest.hint(name, stacks.keySet(), "there is " + String.join(", ", stacks.keySet())));
        return stack;
    }

    /**
     * The environment as it is now, with the values of a wish, and what may be broken there.
     *
     * @throws Refused when the wish may not replace the environment's own values, and does
     */
    Environment with(Start wish, Stack stack) {
        Environment environment = stack.environment();
        Map<String, String> all = new TreeMap<>(environment.inputs());
        wish.inputs().forEach((name, value) -> {
            if (all.put(name, value) != null && !wish.mayReplaceInputs())
                throw new Refused("environment '" + environment.name() + "' gives input '" + name
                        + "' its value, which is not changed from here: leave " + name + "=… out");
        });
        return new Environment(
                environment.name(), all, environment.site(), limits.getOrDefault(environment.name(), Limits.NONE));
    }
}

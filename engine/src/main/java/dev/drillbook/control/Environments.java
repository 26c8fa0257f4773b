package dev.drillbook.control;

import dev.drillbook.environment.Environment;
import dev.drillbook.environment.Limits;
import dev.drillbook.environment.Stack;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
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

    /** The environment as it is now, with some values put before its own, and what may be broken there. */
    Environment with(Map<String, String> inputs, Stack stack) {
        Environment environment = stack.environment();
        Map<String, String> all = new TreeMap<>(environment.inputs());
        all.putAll(inputs);
        return new Environment(
                environment.name(), all, environment.site(), limits.getOrDefault(environment.name(), Limits.NONE));
    }
}

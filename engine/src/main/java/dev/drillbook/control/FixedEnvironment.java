package dev.drillbook.control;

import dev.drillbook.environment.Environment;
import dev.drillbook.environment.Stack;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** An environment of the settings: it is there already, and is neither started nor stopped by us. */
record FixedEnvironment(Environment environment) implements Stack {
    @Override
    public String name() {
        return environment.name();
    }

    @Override
    public boolean isUp() {
        return true;
    }

    @Override
    public void up(Consumer<String> progress) {
        // it is
    }

    @Override
    public void down() {
        // it is not ours to stop
    }

    @Override
    public List<Part> parts() {
        return List.of();
    }

    @Override
    public void alertsTo(URI receiver, String token) {
        // its alert manager is told where to by those who run it
    }
}

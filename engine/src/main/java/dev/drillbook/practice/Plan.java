package dev.drillbook.practice;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one part is started.
 *
 * @param address where it answers: {@code http}, {@code redis} or {@code postgresql}
 */
record Plan(String name, URI address, List<String> command) {
    Plan {
        command = List.copyOf(command);
    }

    /** The same with these arguments behind. */
    Plan with(String... arguments) {
        return new Plan(
                name,
                address,
                Stream.concat(command.stream(), Stream.of(arguments)).toList());
    }
}

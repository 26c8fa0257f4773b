package dev.drillbook.drills;

import dev.drillbook.Drillbook;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The practice environment as {@code practice status --json} tells of it. */
final class Practice {
    private final Drillbook drillbook;

    Practice(Drillbook drillbook) {
        this.drillbook = drillbook;
    }

    void up(String... options) {
        String[] command = new String[options.length + 2];
        command[0] = "practice";
        command[1] = "up";
        System.arraycopy(options, 0, command, 2, options.length);
        Drillbook.Ended ended = drillbook.run(command);
        if (ended.exit() != 0) throw new AssertionError("practice up: " + ended);
    }

    void down() {
        Drillbook.Ended ended = drillbook.run("practice", "down");
        if (ended.exit() != 0) throw new AssertionError("practice down: " + ended);
    }

    /** Ids of the parts' processes, by name. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new HashMap<>();
        for (JsonNode part : status())
            pids.put(part.get("part").asString(), part.get("pid").asLong());
        return pids;
    }

    URI address(String part) {
        for (JsonNode one : status())
            if (one.get("part").asString().equals(part))
                return URI.create(one.get("address").asString());
        throw new AssertionError("no part " + part);
    }

    private JsonNode status() {
        JsonNode answer =
                Journals.json(drillbook.run("practice", "status", "--json").out());
        return answer.isArray() ? answer : answer.get("parts");
    }
}

package dev.drillbook.control;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Second;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What travels between a second terminal and a running drill: JSON, instants as ISO-8601, durations in seconds. */
public final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // left out is no, or none
            .build();

    private Wire() {}

    /** A time that the line names is read in the drill's zone. */
    public record Say(String who, String line) {
        public Say {
            given("line", line);
        }
    }

    /** Approves the exact text that a runbook has now. */
    public record Approve(String runbook, String environment, String who) {
        public Approve {
            given("runbook", runbook);
            given("environment", environment);
        }
    }

    /** A wish to start a drill from a terminal. */
    public record Wish(String runbook, String environment, Map<String, String> inputs, boolean rehearsal, String who) {
        public Wish {
            given("runbook", runbook);
            given("environment", environment);
            given("map of inputs", inputs);
            for (Map.Entry<String, String> input : inputs.entrySet())
                given("input " + input.getKey(), input.getValue());
        }

        static Wish of(Start start) {
            return new Wish(start.runbook(), start.environment(), start.inputs(), start.rehearsal(), start.who());
        }

        public Start start() {
            return new Start(runbook, environment, inputs, rehearsal, who, "terminal");
        }
    }

    /** @param zone the team's */
    public record Started(String drill, String zone) {
        public Started {
            given("drill", drill);
            given("zone", zone);
        }
    }

    /** @param second what the signals last read */
    public record Latest(Optional<Second> second) {}

    /** @param done false when it is not over yet: ask again @param files of the report */
    public record Done(boolean done, List<String> files, List<String> trouble) {
        public Done {
            given("files", files);
            given("trouble", trouble);
        }
    }

    public record Answer(String text) {
        public Answer {
            given("text", text);
        }
    }

    /** @param exit how the command that asked should end */
    public record Wrong(String message, int exit) {
        public Wrong {
            given("message", message);
            if (exit == Exit.DONE.code()) throw new Invalid("no exit was sent: what is wrong ends nothing with 0");
        }
    }

    public record Line(Instant at, String text) {}

    /** @param seen the number of the last entry that was looked at, to ask on from @param over whether no more will come */
    public record Lines(List<Line> lines, int seen, boolean over) {
        public Lines {
            given("lines", lines);
        }
    }

    public static String write(Object what) {
        return JSON.writeValueAsString(what);
    }

    /** @throws Invalid when it was left out */
    static <T> T given(String name, T value) {
        if (value == null) throw new Invalid("no " + name + " was sent; say which");
        return value;
    }

    /** @throws Invalid when the text is not of that form */
    public static <T> T read(String text, Class<T> form) {
        try {
            T read = JSON.readValue(text, form);
            if (read == null) throw new Invalid("nothing was sent; send a " + form.getSimpleName());
            return read;
        } catch (JacksonException e) {
            if (e.getCause() instanceof Invalid missing) throw missing;
            throw new Invalid("not understood: " + e.getOriginalMessage() + "; send a " + form.getSimpleName(), e);
        }
    }
}

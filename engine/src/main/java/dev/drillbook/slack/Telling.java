package dev.drillbook.slack;

import com.slack.api.methods.MethodsClient;
import dev.drillbook.control.Drills;
import java.util.Optional;

/** Whoever tells in Slack what drills come to, from its start until it is closed. */
interface Telling extends Whereabouts, AutoCloseable {
    /** Returns at once. */
    void start();

    @Override
    void close();

    /** Makes one for a door that opens. */
    interface Maker {
        /** Where people speak, and nobody tells. */
        Maker SILENCE = (methods, settings, drills) -> new Telling() {
            @Override
            public void start() {}

            @Override
            public Optional<String> drillIn(String channel, Optional<String> thread) {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };

        Telling make(MethodsClient methods, SlackSettings settings, Drills drills);
    }
}

package dev.drillbook.script;

import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SimpleMessage;

/** Ends a compilation; why is among the mistakes already. */
final class Stop extends SimpleMessage {
    Stop(SourceUnit source) {
        super("refused", source);
    }
}

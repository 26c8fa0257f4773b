package dev.drillbook.slack.loopback;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Each lets in one connection, once. */
final class Tickets {
    private final Set<String> unused = ConcurrentHashMap.newKeySet();

    String issue() {
        String ticket = UUID.randomUUID().toString();
        unused.add(ticket);
        return ticket;
    }

    boolean use(String ticket) {
        return unused.remove(ticket);
    }
}

package dev.drillbook.target;

import dev.drillbook.runbook.Invalid;
import java.util.Set;

/**
 * The settings by which Redis lets clients in. Redis takes fewer connections than it has, or another port, and from then on
 * refuses everyone: also whoever comes to put it back, which needs a connection of its own.
 */
final class RedisEntrance {
    private static final Set<String> SETTINGS = Set.of(
            "maxclients",
            "bind",
            "bind-source-addr",
            "port",
            "protected-mode",
            "unixsocket",
            "unixsocketperm",
            "tls-port",
            "tls-auth-clients",
            "tls-ca-cert-dir",
            "tls-ca-cert-file",
            "tls-cert-file",
            "tls-key-file",
            "tls-ciphers",
            "tls-ciphersuites",
            "tls-protocols");

    private RedisEntrance() {}

    /** @param setting in lower case. @throws Invalid when its undo could not get in */
    static void mustNotBe(String setting) {
        if (SETTINGS.contains(setting))
            throw new Invalid("Redis setting '" + setting + "' decides who may connect, and whoever puts it back must:"
                    + " break something else, such as 'maxmemory' or 'timeout'");
    }
}

package dev.drillbook.web;

import dev.drillbook.control.Door;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Home;
import dev.drillbook.control.ServeFile;
import dev.drillbook.environment.SecretPlace;
import dev.drillbook.process.Identity;
import dev.drillbook.runbook.Secret;
import dev.drillbook.settings.Setting;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The control API of {@code drillbook serve}: where {@code drillbook.yaml} says, or on the loopback. */
public final class ServeDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(ServeDoor.class);
    private static final InetSocketAddress USUAL = new InetSocketAddress("127.0.0.1", 7340);

    private final Home home;
    private final InetSocketAddress listen;
    private final Set<String> hosts;
    private final Optional<String> alertsToken;

    private ServeDoor(Home home, InetSocketAddress listen, Set<String> hosts, Optional<String> alertsToken) {
        this.home = home;
        this.listen = listen;
        this.hosts = hosts;
        this.alertsToken = alertsToken;
    }

    /** @param root of the file; a mistake in its part is told there */
    public static ServeDoor of(Setting root, Home home) {
        Optional<InetSocketAddress> listen = root.get("serve", "listen").flatMap(Setting::address);
        Set<String> hosts =
                root.get("serve", "allowed-hosts").map(Setting::texts).orElse(Set.of());
        return new ServeDoor(
                home,
                listen.orElse(USUAL),
                hosts,
                root.get("serve", "alerts-token").map(Setting::text));
    }

    /** Tells of a token that is not there, which only those who serve need. */
    public static void check(Setting root) {
        root.get("serve", "alerts-token")
                .ifPresent(token -> token.as(place -> SecretPlace.of(place).fetch()));
    }

    @Override
    public AutoCloseable open(Drills drills) {
        Optional<Secret> alerts = alertsToken.map(place -> SecretPlace.of(place).fetch());
        ControlServer server = ControlServer.serve(drills, listen, hosts, alerts);
        new ServeFile(server.intake().address(), server.intake().token(), Identity.ofThisProcess()).write(home);
        LOG.info("listening at {}", server.intake().address());
        return () -> {
            ServeFile.delete(home);
            server.close();
        };
    }
}

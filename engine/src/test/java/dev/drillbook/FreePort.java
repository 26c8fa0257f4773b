package dev.drillbook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of loopback for a test that must know it before something listens, or listens again. No other test is given it,
 * no outgoing connection takes it, and no practice environment looks there.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int LAST = 19_999;
    private static final Set<Integer> GIVEN = new HashSet<>();

    private FreePort() {}

    public static synchronized int next() {
        for (int tries = 0; tries < 1_000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (GIVEN.add(port) && isFree(port)) return port; // one that was given is not probed while it is opened
        }
        throw new AssertionError("no free port between " + FIRST + " and " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

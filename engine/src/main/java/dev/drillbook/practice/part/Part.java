package dev.drillbook.practice.part;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.io.IOException;

/**
 * The life of one process of the stack: it starts, prints {@code ready} once it listens, and halts when its standard
 * input ends, which is when whoever started it is gone.
 */
public final class Part {
    /** Starts a part, and returns once it listens. */
    public interface Start {
        void start(Arguments arguments) throws Exception;
    }

    private Part() {}

    /** Never returns normally before the part listens: 2 is the exit code of wrong usage, 1 of any other failure. */
    public static void run(String[] arguments, Start start) {
        // Read once by the JDK's server when its classes load. Without nodelay each answer waits 40 ms for an ACK; the
        // idle limits are above the balancer's own, so that it is the balancer that closes an idle connection.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        endWithStandardInput();
        try {
            start.start(Arguments.of(arguments));
            System.out.println("ready");
        } catch (Invalid wrong) {
            exit(wrong.getMessage(), 2);
        } catch (DrillException failed) {
            exit(failed.getMessage(), 1);
        } catch (Exception failed) {
            exit("did not start: " + failed, 1);
        }
    }

    private static void endWithStandardInput() {
        var leash = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {}
                    } catch (IOException gone) {
                        // the same as its end
                    }
                    Runtime.getRuntime().halt(0);
                },
                "leash");
        leash.setDaemon(true);
        leash.start();
    }

    private static void exit(String message, int code) {
        System.err.println(message);
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}

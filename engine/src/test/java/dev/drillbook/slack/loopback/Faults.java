package dev.drillbook.slack.loopback;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How this Slack misbehaves; it does not, until a test says so. All counts start when they are set. */
public final class Faults {
    /** What becomes of a delivery. */
    record Fate(boolean lost, int copies, Duration delay) {}

    private final Map<String, Deque<String>> refusals = new ConcurrentHashMap<>();
    private volatile Every limited = Every.never();
    private volatile Every unavailable = Every.never();
    private volatile Every lost = Every.never();
    private volatile Every doubled = Every.never();
    private volatile Duration pause = Duration.ZERO;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean silent;
    private volatile boolean blocked;
    private volatile int retryAfter = 1;

    Faults() {}

    /** Nothing is wrong any more. */
    public void end() {
        refusals.clear();
        limited = unavailable = lost = doubled = Every.never();
        pause = delay = Duration.ZERO;
        silent = blocked = false;
    }

    /** Each nth call of the Web API: 429, with Retry-After in seconds. */
    public void limitsEvery(int nth, int retryAfterSeconds) {
        retryAfter = retryAfterSeconds;
        limited = new Every(nth);
    }

    /** Each nth call of the Web API: 503. */
    public void unavailableEvery(int nth) {
        unavailable = new Every(nth);
    }

    /** That method's next calls: {@code ok: false}. */
    public void refusesNext(String method, int times, String error) {
        Deque<String> errors = new ArrayDeque<>();
        for (int i = 0; i < times; i++) errors.add(error);
        refusals.put(method, errors);
    }

    /** A proxy lets nobody through to the host that takes the bytes of files. */
    public void blocksUploads() {
        blocked = true;
    }

    /** Each answer of the Web API takes that long. */
    public void slow(Duration each) {
        pause = each;
    }

    /** Each nth envelope or request is lost on its way to the app. */
    public void losesEvery(int nth) {
        lost = new Every(nth);
    }

    /** Each nth comes twice. */
    public void doublesEvery(int nth) {
        doubled = new Every(nth);
    }

    /** Each comes that much later. */
    public void delays(Duration each) {
        delay = each;
    }

    /** Connections stay open and say nothing, not even a pong. */
    public void silent(boolean now) {
        silent = now;
    }

    boolean isSilent() {
        return silent;
    }

    Fate fate() {
        boolean gone = silent || lost.now();
        return new Fate(gone, gone ? 0 : doubled.now() ? 2 : 1, delay);
    }

    Optional<Reply> instead(String method) {
        if (limited.now()) return Optional.of(Reply.tooMany(retryAfter));
        if (unavailable.now()) return Optional.of(Reply.text(503, "upstream connect error"));
        if (blocked && method.equals("upload")) return Optional.of(Reply.text(403, "blocked by the proxy"));
        Deque<String> errors = refusals.get(method);
        if (errors == null) return Optional.empty();
        synchronized (errors) {
            return Optional.ofNullable(errors.poll()).map(Reply::error);
        }
    }

    void slow() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

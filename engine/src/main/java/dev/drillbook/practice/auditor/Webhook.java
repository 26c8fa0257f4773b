package dev.drillbook.practice.auditor;

import dev.drillbook.practice.part.Log;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** Delivers alerts in order to the receiver set last; what could not be delivered stays at the head of the queue. */
final class Webhook {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** @param token sent as {@code Authorization: Bearer}; never logged */
    record Receiver(URI url, String token) {
        Receiver {
            if (url == null || url.getHost() == null || token == null)
                throw new IllegalArgumentException("expected a url and a token");
        }

        @Override
        public String toString() {
            return url.toString();
        }
    }

    private final Log log;
    private final HttpClient client;
    private final Deque<Alert> undelivered = new ArrayDeque<>();
    private final Object oneAtATime = new Object();
    private Receiver receiver;

    Webhook(HttpClient client, Log log) {
        this.client = client;
        this.log = log;
    }

    /** From now on alerts go there, beginning with those that fire already. */
    synchronized void to(Receiver next, Collection<Alert> firing) {
        receiver = next;
        undelivered.clear();
        undelivered.addAll(firing);
    }

    /** Without a receiver an alert is only logged. */
    synchronized void add(Alert alert) {
        if (receiver != null) undelivered.addLast(alert);
    }

    /** Delivers what waits, up to the first failure; to be called each second. */
    void deliver() {
        synchronized (oneAtATime) {
            deliverAll();
        }
    }

    private void deliverAll() {
        for (Alert next = head(); next != null && send(next); next = head()) {}
    }

    private synchronized Alert head() {
        return undelivered.peekFirst();
    }

    private boolean send(Alert alert) {
        Receiver to = to();
        try {
            var request = HttpRequest.newBuilder(to.url())
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + to.token())
                    .POST(HttpRequest.BodyPublishers.ofString(
                            Notification.of(alert, to).json()))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) throw new IOException("status " + status);
            delivered(alert);
            return true;
        } catch (IOException | IllegalArgumentException failed) {
            log.warn("alert " + alert.name() + " (" + alert.status() + ") not delivered to " + to + ": " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private synchronized Receiver to() {
        return receiver;
    }

    /** Unless a new receiver began a new queue meanwhile. */
    private synchronized void delivered(Alert alert) {
        if (undelivered.peekFirst() == alert) undelivered.removeFirst();
    }
}

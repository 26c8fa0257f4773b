package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a web server answered, or 0 and why it did not. */
record HttpAnswer(int status, String body) {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 1 << 20;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    static HttpAnswer to(URI server, String path) {
        CompletableFuture<HttpResponse<InputStream>> response =
                CLIENT.sendAsync(request(server, path), BodyHandlers.ofInputStream());
        try {
            return response.thenApplyAsync(HttpAnswer::read).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new HttpAnswer(0, "no whole answer within " + TIMEOUT.toSeconds() + " s");
        } catch (ExecutionException e) {
            return none(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted while it asked: ask again", e);
        } finally {
            response.thenAccept(HttpAnswer::close);
            response.cancel(true);
        }
    }

    private static HttpAnswer none(Throwable e) {
        if (e.getCause() instanceof UnresolvedAddressException
                || e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException)
            throw new DrillException("its name cannot be resolved: check the address", e);
        return new HttpAnswer(0, "no answer: " + (e instanceof ConnectException ? "connection refused" : Words.why(e)));
    }

    private static HttpAnswer read(HttpResponse<InputStream> response) {
        try {
            byte[] body = response.body().readNBytes(MOST_BYTES);
            return new HttpAnswer(response.statusCode(), new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            // it is being given up
        }
    }

    private static HttpRequest request(URI server, String path) {
        if (!server.getScheme().matches("https?"))
            throw new Invalid(
                    "Http is at a " + server.getScheme() + " address: write one such as http://127.0.0.1:8080");
        Address address = new Address(server);
        String base = server.getRawPath() == null ? "" : server.getRawPath().replaceAll("/+$", "");
        String port = server.getPort() < 0 ? "" : ":" + server.getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.getScheme() + "://" + address.host() + port + base + path))
                .timeout(TIMEOUT);
        address.password().ifPresent(password -> {
            String login = address.user().orElse("") + ":" + password;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        });
        return request.build();
    }

    String inWords() {
        return status == 0 ? body : "status " + status;
    }
}

package dev.drillbook.control;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Reason;
import dev.drillbook.runbook.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls the control API of another process. */
final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MUCH_PATIENCE = Duration.ofMinutes(10);

    private final URI address;
    private final String token;
    private final String whom;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param whom it calls, for messages: {@code drill 2026-11-24-1 (process 4711)} */
    Caller(URI address, String token, String whom) {
        this.address = address;
        this.token = token;
        this.whom = whom;
    }

    /** @throws DrillException with what the other one says is wrong, or that it does not answer */
    <T> T get(String path, Class<T> form) {
        return read(send(request(path).GET()), form);
    }

    /** @throws DrillException with what the other one says is wrong, or that it does not answer */
    <T> T post(String path, Object body, Class<T> form) {
        return read(send(request(path).POST(HttpRequest.BodyPublishers.ofString(Wire.write(body)))), form);
    }

    /** For what takes long, such as a start for which an environment must come up. */
    <T> T postPatiently(String path, Object body, Class<T> form) {
        HttpRequest.Builder request =
                request(path).timeout(MUCH_PATIENCE).POST(HttpRequest.BodyPublishers.ofString(Wire.write(body)));
        return read(send(request), form);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() == 200) return answer.body();
            throw wrong(read(answer.body(), Wire.Wrong.class));
        } catch (IOException e) {
            throw new DrillException(whom + " does not answer (" + Reason.of(e) + "): look whether it is alive", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted while waiting for " + whom, e);
        }
    }

    /** What is none of our words is the mistake of whatever answers there, not of whoever asks. */
    private <T> T read(String answer, Class<T> form) {
        try {
            return Wire.read(answer, form);
        } catch (Invalid e) {
            throw new DrillException(whom + " answers in words that are none of ours: is it of another version?", e);
        }
    }

    private DrillException wrong(Wire.Wrong wrong) {
        if (wrong.exit() == Exit.WRONG_USAGE.code()) return new Invalid(wrong.message());
        if (wrong.exit() == Exit.REFUSED.code()) return new Refused(wrong.message());
        if (wrong.exit() == Exit.DEFECT.code()) return new Defect(whom + " says: " + wrong.message());
        return new DrillException(wrong.message());
    }
}

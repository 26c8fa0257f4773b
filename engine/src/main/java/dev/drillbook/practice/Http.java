package dev.drillbook.practice;

import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Short questions to the parts. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Http() {}

    static boolean isOk(URI address) throws IOException {
        HttpURLConnection request = open(address);
        try {
            return request.getResponseCode() == 200;
        } finally {
            request.disconnect();
        }
    }

    /** @throws DrillException when it is not taken with a status of the 200s */
    static void post(URI address, Object body) {
        try {
            HttpURLConnection request = open(address);
            request.setDoOutput(true);
            request.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = request.getOutputStream()) {
                out.write(JsonMapper.shared().writeValueAsBytes(body));
            }
            int status = request.getResponseCode();
            if (status / 100 != 2) throw new IOException("it answered " + status);
        } catch (IOException e) {
            throw new DrillException(
                    "could not post to " + address + ": " + e.getMessage()
                            + "; see 'drillbook practice status' for which part is not healthy",
                    e);
        }
    }

    private static HttpURLConnection open(URI address) throws IOException {
        HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
        request.setConnectTimeout((int) PATIENCE.toMillis());
        request.setReadTimeout((int) PATIENCE.toMillis());
        return request;
    }
}

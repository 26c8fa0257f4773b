package dev.drillbook.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import dev.drillbook.runbook.DrillException;
import java.net.URI;

/**
 * Slack's SDK, set up so that it does each thing once: it neither sends again what may have arrived nor keeps statistics
 * of calls.
 */
final class Outside {
    private static final int MILLIS = 10_000;

    private Outside() {}

    /** @param api where its methods are */
    static Slack slack(URI api) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        config.setHttpClientReadTimeoutMillis(MILLIS);
        config.setHttpClientWriteTimeoutMillis(MILLIS);
        config.setStatsEnabled(false);
        SlackHttpClient http = new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .build());
        http.setConfig(config);
        return Slack.getInstance(config, http);
    }

    static void close(Slack slack) {
        try {
            slack.close();
        } catch (Exception e) {
            throw new DrillException("Slack's client does not end: " + e.getMessage(), e);
        }
    }
}

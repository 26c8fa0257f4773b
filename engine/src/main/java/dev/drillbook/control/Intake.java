package dev.drillbook.control;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a door takes calls and alerts. @param token what a caller must show */
public record Intake(URI address, String token) {
    /** Of one environment. */
    URI alerts(String environment) {
        return address.resolve("/alerts?environment=" + URLEncoder.encode(environment, StandardCharsets.UTF_8));
    }
}

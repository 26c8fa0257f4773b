package dev.drillbook.control;

import java.net.URI;

/** Where a door takes calls and alerts. @param token what a caller must show */
public record Intake(URI address, String token) {
    URI alerts() {
        return address.resolve("/alerts");
    }
}

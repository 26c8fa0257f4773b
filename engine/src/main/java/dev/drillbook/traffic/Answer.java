package dev.drillbook.traffic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A whole HTTP answer. @param keepsAlive whether another request may follow on the same connection */
record Answer(int status, List<Header> headers, byte[] body, boolean keepsAlive) {

    /** @param name in lower case */
    record Header(String name, String value) {}

    /** @param name in lower case */
    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .toList();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

package dev.drillbook.practice.balancer;

import dev.drillbook.practice.balancer.Head.Malformed;
import java.io.IOException;

/** A server's answer, understood as far as a balancer must. */
record Answer(Head head, int status, String reason, Body body) {
    /** @param method of the request: whether an answer has a body depends on it */
    static Answer of(Head head, String method) throws IOException {
        String[] words = head.words();
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d"))
            throw new Malformed(502, "'" + head.firstLine() + "' is not an HTTP status line");
        int status = Integer.parseInt(words[1]);
        return new Answer(head, status, words.length > 2 ? words[2] : "", Body.ofResponse(head, method, status));
    }

    /** Whether the server will answer another request over the same connection. */
    boolean keepsAlive() {
        return body.kind() != Body.Kind.UNTIL_CLOSE
                && head.firstLine().startsWith("HTTP/1.1")
                && !head.has("Connection", "close");
    }
}

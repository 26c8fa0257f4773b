package dev.drillbook.practice.balancer;

import dev.drillbook.practice.balancer.Head.Malformed;

/** A client's request, understood as far as a balancer must. */
record Request(Head head, String method, String target, boolean oldVersion, Body body) {
    static Request of(Head head) throws Malformed {
        String[] words = head.words();
        if (words.length != 3 || words[0].isEmpty() || words[1].isEmpty())
            throw new Malformed(400, "a request line without method, target and version");
        boolean old = words[2].equals("HTTP/1.0");
        if (!old && !words[2].equals("HTTP/1.1")) throw new Malformed(505, "a version other than HTTP/1.1");
        return new Request(head, words[0], words[1], old, Body.ofRequest(head));
    }

    /** Whether the client may send another request over its connection. */
    boolean keepsAlive() {
        return !oldVersion && !head.has("Connection", "close");
    }

    /** Whether the client waits to be told that its body is wanted. */
    boolean expectsToContinue() {
        return !oldVersion && head.has("Expect", "100-continue");
    }
}

package dev.drillbook.traffic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the answers to GET requests from one connection: HTTP/1.1 (RFC 9112), with a stated length, in chunks, or until
 * the end. What breaks the protocol or a limit is a {@link ProtocolException}, an end too soon an {@link
 * java.io.EOFException}.
 */
final class AnswerReader {
    private static final int MOST_HEADERS = 100;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final byte[] NO_BODY = {};

    private final Input in;
    private final int mostBytes;

    /** @param mostBytes of one answer's body */
    AnswerReader(Input in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    Answer read() throws IOException {
        Answer head = head();
        while (head.status() < 200) head = head();
        if (head.status() == 204 || head.status() == 304) return whole(head, NO_BODY);
        if (!head.headers("transfer-encoding").isEmpty()) return whole(head, chunks(head));
        List<String> lengths = head.headers("content-length");
        if (lengths.isEmpty()) return new Answer(head.status(), head.headers(), rest(), false);
        if (lengths.stream().distinct().count() > 1) throw new ProtocolException("two lengths");
        return whole(head, in.bytes(size(lengths.get(0), 10, mostBytes)));
    }

    private Answer whole(Answer head, byte[] body) {
        return new Answer(head.status(), head.headers(), body, head.keepsAlive() && in.isDrained());
    }

    private Answer head() throws IOException {
        String line = in.line();
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) throw new ProtocolException("no HTTP/1.1 status line");
        List<Answer.Header> headers = headers();
        boolean keepsAlive = line.startsWith("HTTP/1.1")
                && headers.stream()
                        .noneMatch(header -> header.name().equals("connection")
                                && header.value().equalsIgnoreCase("close"));
        return new Answer(Integer.parseInt(status.group(1)), headers, NO_BODY, keepsAlive);
    }

    private List<Answer.Header> headers() throws IOException {
        List<Answer.Header> headers = new ArrayList<>();
        for (String line = in.line(); !line.isEmpty(); line = in.line()) {
            int colon = line.indexOf(':');
            if (colon < 1) throw new ProtocolException("a header without a name");
            if (headers.size() == MOST_HEADERS) throw new ProtocolException("more than " + MOST_HEADERS + " headers");
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.add(new Answer.Header(name, line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private byte[] rest() throws IOException {
        byte[] rest = in.atMost(mostBytes + 1);
        if (rest.length > mostBytes) throw tooLong();
        return rest;
    }

    private byte[] chunks(Answer head) throws IOException {
        if (head.headers("transfer-encoding").stream().noneMatch("chunked"::equalsIgnoreCase))
            throw new ProtocolException("an unknown transfer encoding");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(body); size > 0; size = chunkSize(body)) {
            body.write(in.bytes(size));
            if (!in.line().isEmpty()) throw new ProtocolException("a chunk longer than it says");
        }
        headers(); // trailers
        return body.toByteArray();
    }

    private int chunkSize(ByteArrayOutputStream soFar) throws IOException {
        return size(in.line().split(";", 2)[0].strip(), 16, mostBytes - soFar.size());
    }

    private static int size(String text, int radix, int most) throws ProtocolException {
        if (!text.matches(radix == 10 ? "\\d{1,15}" : "\\p{XDigit}{1,15}"))
            throw new ProtocolException("a length that is no number");
        long size = Long.parseLong(text, radix);
        if (size > most) throw tooLong();
        return (int) size;
    }

    private static ProtocolException tooLong() {
        return new ProtocolException("an answer longer than the limit");
    }
}

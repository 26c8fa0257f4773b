package dev.drillbook.practice.balancer;

import dev.drillbook.practice.balancer.Head.Malformed;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * How a message's body is delimited (RFC 9112, section 6).
 *
 * @param length bytes; only for {@code LENGTH}
 */
record Body(Kind kind, long length) {
    enum Kind {
        NONE,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }

    private static final Body NONE = new Body(Kind.NONE, 0);

    static Body ofRequest(Head head) throws Malformed {
        return delimited(head, NONE);
    }

    static Body ofResponse(Head head, String method, int status) throws Malformed {
        if (method.equals("HEAD") || status < 200 || status == 204 || status == 304) return NONE;
        return delimited(head, new Body(Kind.UNTIL_CLOSE, 0));
    }

    private static Body delimited(Head head, Body otherwise) throws Malformed {
        long lengths = head.count("Content-Length");
        boolean coded = head.count("Transfer-Encoding") > 0;
        // Two lengths, or both ways at once, mean one thing to one server and another to the next.
        if (lengths > 1 || coded && lengths > 0) throw new Malformed(400, "a body with two lengths");
        if (coded && !head.field("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked"))
            throw new Malformed(501, "a transfer coding other than chunked");
        if (coded) return new Body(Kind.CHUNKED, 0);
        return lengths == 0
                ? otherwise
                : new Body(Kind.LENGTH, number(head.field("Content-Length").get(), 10));
    }

    /** Copies the body. @param framed whether a chunked body is written in chunks again, or bare */
    void copy(InputStream in, OutputStream out, boolean framed) throws IOException {
        switch (kind) {
            case NONE -> {}
            case LENGTH -> copy(in, out, length);
            case UNTIL_CLOSE -> in.transferTo(out);
            case CHUNKED -> copyChunks(in, out, framed);
        }
    }

    private static void copyChunks(InputStream in, OutputStream out, boolean framed) throws IOException {
        for (long size = chunk(in); size > 0; size = chunk(in)) {
            if (framed) out.write((Long.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            copy(in, out, size);
            if (framed) out.write(new byte[] {'\r', '\n'});
            if (!new Head.Lines(in, 2).required().isEmpty()) throw new Malformed(400, "a chunk longer than it says");
        }
        var trailers = new Head.Lines(in, Head.LARGEST);
        while (!trailers.required().isEmpty()) {} // read, and not passed on
        if (framed) out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static long chunk(InputStream in) throws IOException {
        return number(new Head.Lines(in, 1024).required().split(";", 2)[0].strip(), 16);
    }

    private static long number(String digits, int radix) throws Malformed {
        try {
            if (!digits.isEmpty() && Character.digit(digits.charAt(0), radix) >= 0)
                return Long.parseLong(digits, radix);
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new Malformed(400, "a body's length is not a number");
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        var buffer = new byte[(int) Math.min(8192, length)];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) throw new EOFException("the body ends " + left + " bytes early");
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}

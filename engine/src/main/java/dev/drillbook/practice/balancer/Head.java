package dev.drillbook.practice.balancer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first line and the header fields of an HTTP/1.1 message (RFC 9112). Names are compared without case. */
record Head(String firstLine, List<Field> fields) {
    static final int LARGEST = 16 * 1024;

    record Field(String name, String value) {}

    /** A message that cannot be understood; {@link #status} is how a client is told. */
    static final class Malformed extends IOException {
        final int status;

        Malformed(int status, String why) {
            super(why);
            this.status = status;
        }
    }

    /** Empty when the stream ends before a message begins. */
    static Optional<Head> read(InputStream in) throws IOException {
        var lines = new Lines(in, LARGEST);
        String first = lines.next();
        // A client may send an empty line after a body (RFC 9112, section 2.2).
        if (first != null && first.isEmpty()) first = lines.next();
        if (first == null) return Optional.empty();
        var fields = new ArrayList<Field>();
        for (String line = lines.required(); !line.isEmpty(); line = lines.required()) fields.add(parsed(line));
        return Optional.of(new Head(first, fields));
    }

    /** The first field of that name. */
    Optional<String> field(String name) {
        for (Field field : fields) if (field.name.equalsIgnoreCase(name)) return Optional.of(field.value);
        return Optional.empty();
    }

    boolean has(String name, String token) {
        for (Field field : fields)
            if (field.name.equalsIgnoreCase(name))
                for (String part : field.value.split(",")) if (part.strip().equalsIgnoreCase(token)) return true;
        return false;
    }

    /** How many fields have that name. */
    long count(String name) {
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .count();
    }

    /** The words of the first line: method, target and version, or version, status and reason. */
    String[] words() {
        return firstLine.split(" ", 3);
    }

    void write(OutputStream out) throws IOException {
        var text = new StringBuilder(512).append(firstLine).append("\r\n");
        for (Field field : fields)
            text.append(field.name).append(": ").append(field.value).append("\r\n");
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Field parsed(String line) throws Malformed {
        int colon = line.indexOf(':');
        // A blank before the colon, or at the line's start (folding), is how requests are smuggled past a proxy.
        if (colon < 1 || line.charAt(colon - 1) <= ' ' || line.charAt(0) <= ' ')
            throw new Malformed(400, "a header field without a name");
        return new Field(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    /** Lines that end with CR LF (or LF alone), up to a limit for all of them together. */
    static final class Lines {
        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        private int left;

        Lines(InputStream in, int limit) {
            this.in = in;
            left = limit;
        }

        /** Null at the stream's end. */
        String next() throws IOException {
            line.reset();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0 && line.size() == 0) return null;
                if (b < 0) throw new Malformed(400, "the message ends in the middle of a line");
                if (--left < 0) throw new Malformed(431, "the header is larger than " + LARGEST + " bytes");
                line.write(b);
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }

        String required() throws IOException {
            String line = next();
            if (line == null) throw new Malformed(400, "the message ends in its header");
            return line;
        }
    }
}

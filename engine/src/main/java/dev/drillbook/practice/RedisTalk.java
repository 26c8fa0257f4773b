package dev.drillbook.practice;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * One connection that prints answers as {@code redis-cli} does. It speaks the protocol itself (RESP2, redis.io/docs/
 * reference/protocol-spec) because clients hide the difference between a status and a text, which that print shows.
 */
final class RedisTalk implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream in;

    /** @param patience to connect and for each answer; zero waits for ever */
    RedisTalk(URI redis, Duration patience) throws IOException {
        socket.connect(new InetSocketAddress(redis.getHost(), redis.getPort()), (int) patience.toMillis());
        socket.setSoTimeout((int) patience.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
    }

    String ask(String... command) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(utf8("*" + command.length + "\r\n"));
        for (String word : List.of(command)) {
            out.writeBytes(utf8("$" + utf8(word).length + "\r\n"));
            out.writeBytes(utf8(word + "\r\n"));
        }
        socket.getOutputStream().write(out.toByteArray());
        return next();
    }

    /** One more answer to the same command, as {@code MONITOR} and {@code SUBSCRIBE} give. */
    String next() throws IOException {
        return answer("");
    }

    private String answer(String indent) throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case '-' -> "(error) " + rest;
            case ':' -> "(integer) " + rest;
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> array(Integer.parseInt(rest), indent);
            default -> throw new IOException("Redis answered '" + line + "', which is not its protocol");
        };
    }

    private String bulk(int length) throws IOException {
        if (length < 0) return "(nil)";
        byte[] bytes = in.readNBytes(length);
        line();
        return quoted(bytes);
    }

    private String array(int length, String indent) throws IOException {
        if (length < 0) return "(nil)";
        if (length == 0) return "(empty array)";
        int width = Integer.toString(length).length();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= length; i++) {
            String number = " ".repeat(width - Integer.toString(i).length()) + i + ") ";
            text.append(i == 1 ? "" : "\n" + indent).append(number);
            text.append(answer(indent + " ".repeat(number.length())));
        }
        return text.toString();
    }

    private static String quoted(byte[] bytes) {
        StringBuilder text = new StringBuilder("\"");
        for (byte b : bytes) {
            switch (b) {
                case '"', '\\' -> text.append('\\').append((char) b);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(b >= ' ' && b < 127 ? "" + (char) b : "\\x%02x".formatted(b));
            }
        }
        return text.append('"').toString();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\r'; b = in.read()) {
            if (b < 0) throw new EOFException("Redis closed the connection");
            line.write(b);
        }
        in.read();
        return line.toString(StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.drillbook.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One connection, one request at a time. */
final class Connection implements AutoCloseable {
    /** The other side closed the connection before it answered anything: it had probably done so while we were idle. */
    static final class ClosedMeanwhile extends IOException {
        ClosedMeanwhile(IOException cause) {
            super(cause);
        }
    }

    private final Sockets sockets;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final AnswerReader reader;
    private long deadline;
    private boolean answering;

    Connection(Sockets sockets, int mostBytes, long deadline) throws IOException {
        this.sockets = sockets;
        this.socket = sockets.open(deadline);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.reader = new AnswerReader(new Input(this::read), mostBytes);
    }

    /** @param deadline by the ticker: the whole answer must be here by then, however slowly it trickles in */
    Answer ask(String request, long deadline) throws IOException {
        this.deadline = deadline;
        answering = false;
        try {
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            return reader.read();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw answering ? e : new ClosedMeanwhile(e);
        }
    }

    private int read(byte[] into, int from, int most) throws IOException {
        socket.setSoTimeout(sockets.millisUntil(deadline));
        int count = in.read(into, from, most);
        if (count > 0) answering = true;
        return count;
    }

    @Override
    public void close() {
        sockets.close(socket);
    }
}

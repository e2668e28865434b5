package app.teahouse.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One kept-alive connection, opened again whenever the program closes it, as browsers do. It reads no more of an answer than it must,
 * so that asking costs little beside answering.
 */
final class Line implements AutoCloseable {
    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean closing;
    private long taken;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    /** What came back; {@code bytes} is all of it, head and body, as sent. */
    record Answer(int status, long bytes) {}

    Line(int port) throws IOException {
        this.port = port;
        socket = open(port);
        in = socket.getInputStream();
    }

    private static Socket open(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        return socket;
    }

    Answer send(byte[] request) throws IOException {
        if (closing) {
            socket.close();
            socket = open(port);
            in = socket.getInputStream();
            from = to = 0;
            closing = false;
        }
        socket.getOutputStream().write(request);
        taken = 0;
        var status = Integer.parseInt(line().substring(9, 12));
        var length = 0L;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Long.parseLong(name.substring(15).strip());
            } else if (name.startsWith("transfer-encoding:") && name.contains("chunked")) {
                chunked = true;
            } else if (name.equals("connection: close")) {
                closing = true;
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            skip(length);
        }
        return new Answer(status, taken);
    }

    private void skipChunks() throws IOException {
        while (true) {
            var size = Long.parseLong(line().replaceAll(";.*", "").strip(), 16);
            skip(size + 2);
            if (size == 0) {
                return;
            }
        }
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        while (true) {
            fill();
            for (var i = from; i < to; i++) {
                if (buffer[i] == '\n') {
                    text.append(new String(buffer, from, i - from, ISO_8859_1));
                    taken += i + 1 - from;
                    from = i + 1;
                    return text.toString().stripTrailing();
                }
            }
            text.append(new String(buffer, from, to - from, ISO_8859_1));
            taken += to - from;
            from = to;
        }
    }

    private void skip(long count) throws IOException {
        for (var left = count; left > 0; ) {
            fill();
            var step = (int) Math.min(left, to - from);
            from += step;
            taken += step;
            left -= step;
        }
    }

    private void fill() throws IOException {
        if (from < to) {
            return;
        }
        from = 0;
        to = in.read(buffer);
        if (to < 0) {
            throw new EOFException("The program closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

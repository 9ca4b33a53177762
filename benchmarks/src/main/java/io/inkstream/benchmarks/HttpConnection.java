package io.inkstream.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One keep-alive HTTP/1.1 connection that posts prepared bytes. Deliberately less than a client library: the generator
 * shares two cores with what it measures, and a full client costs as much per request as the server under test.
 */
final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MS = 30_000;

    private final String start;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    HttpConnection(URI target) throws IOException {
        this.start = "POST " + target.getPath() + " HTTP/1.1\r\nHost: " + target.getAuthority()
                + "\r\nContent-Type: application/json\r\n";
        this.socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getPort()), TIMEOUT_MS);
        this.in = new BufferedInputStream(socket.getInputStream(), 2048);
        this.out = socket.getOutputStream();
    }

    /** Posts and returns the status; the answer's body is read and dropped. */
    int post(Request request) throws IOException {
        var head = (start + "X-Hub-Signature-256: " + request.signature() + "\r\nContent-Length: "
                        + request.body().length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[head.length + request.body().length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(request.body(), 0, whole, head.length, request.body().length);
        out.write(whole);
        return readAnswer();
    }

    private int readAnswer() throws IOException {
        var statusLine = readLine();
        var length = 0L;
        var chunked = false;
        for (var line = readLine(); !line.isEmpty(); line = readLine()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(line.substring(15).strip());
            } else if (line.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                chunked = true;
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return Integer.parseInt(statusLine.substring(9, 12));
    }

    private void skipChunks() throws IOException {
        while (true) {
            var size = Long.parseLong(readLine().strip(), 16);
            in.skipNBytes(size);
            readLine();
            if (size == 0) {
                return;
            }
        }
    }

    private String readLine() throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.inkstream.outbound.whatsapp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one server, kept open between requests; the last one used is used first, so that few stay. Whoever takes
 * one gives it back or closes it. How many there are at a time is the caller's business.
 */
final class GraphConnections implements AutoCloseable {
    /** The other side may have closed it meanwhile, which would leave a message uncertain; looking costs a millisecond. */
    private static final Duration LOOK_AFTER_IDLE = Duration.ofMillis(100);

    private final String host;
    private final int port;
    private final @Nullable SSLSocketFactory tls;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration idleTimeout;
    private final DefaultBHttpClientConnectionFactory factory;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final Thread evictor;
    private boolean closed;

    private record Idle(DefaultBHttpClientConnection connection, long sinceNanos) {
        boolean longerThan(Duration time) {
            return System.nanoTime() - sinceNanos > time.toNanos();
        }
    }

    GraphConnections(WhatsAppProperties properties) {
        var base = properties.baseUrl();
        var secure = isSecure(base);
        this.host = base.getHost();
        this.port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        this.tls = secure ? (SSLSocketFactory) SSLSocketFactory.getDefault() : null;
        this.connectTimeout = properties.connectTimeout();
        this.readTimeout = properties.requestTimeout();
        this.idleTimeout = properties.idleTimeout();
        this.factory = DefaultBHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.DEFAULT)
                .build();
        this.evictor = Thread.ofVirtual().name("idle-connections").start(this::evict);
    }

    /** An open connection. Throws when none can be made; nothing has been sent then. */
    DefaultBHttpClientConnection take() throws IOException {
        for (var known = lastUsed(); known != null; known = lastUsed()) {
            if (!known.longerThan(idleTimeout)
                    && (!known.longerThan(LOOK_AFTER_IDLE)
                            || !known.connection().isStale())) {
                return known.connection();
            }
            known.connection().close(CloseMode.IMMEDIATE);
        }
        return connect();
    }

    /** After a response that was read to its end, over a connection that may live on. */
    void giveBack(DefaultBHttpClientConnection connection) {
        synchronized (idle) {
            if (!closed) {
                idle.addFirst(new Idle(connection, System.nanoTime()));
                return;
            }
        }
        connection.close(CloseMode.GRACEFUL);
    }

    @Override
    public void close() {
        evictor.interrupt();
        synchronized (idle) {
            closed = true;
            idle.forEach(each -> each.connection().close(CloseMode.GRACEFUL));
            idle.clear();
        }
    }

    private @Nullable Idle lastUsed() {
        synchronized (idle) {
            return idle.pollFirst();
        }
    }

    private DefaultBHttpClientConnection connect() throws IOException {
        IOException failure = null;
        for (var address : InetAddress.getAllByName(host)) {
            try {
                return connect(address);
            } catch (IOException e) {
                failure = e; // the next address may work
            }
        }
        throw failure == null ? new IOException("no address") : failure;
    }

    private DefaultBHttpClientConnection connect(InetAddress address) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) readTimeout.toMillis());
            socket.connect(new InetSocketAddress(address, port), (int) connectTimeout.toMillis());
            return tls == null
                    ? factory.createConnection(socket)
                    : factory.createConnection(handshake(tls, socket), socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Checks the certificate, and that it is this host's. */
    private SSLSocket handshake(SSLSocketFactory sockets, Socket socket) throws IOException {
        var secured = (SSLSocket) sockets.createSocket(socket, host, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private void evict() {
        try {
            while (true) {
                Thread.sleep(idleTimeout);
                synchronized (idle) {
                    while (!idle.isEmpty() && idle.getLast().longerThan(idleTimeout)) {
                        idle.removeLast().connection().close(CloseMode.GRACEFUL);
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private static boolean isSecure(URI base) {
        return switch (base.getScheme()) {
            case "https" -> true;
            case "http" -> false;
            default -> throw new IllegalArgumentException("inkstream.sender.whatsapp.base-url must be http or https");
        };
    }
}

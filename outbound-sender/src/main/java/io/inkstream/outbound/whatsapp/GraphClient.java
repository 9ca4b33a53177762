package io.inkstream.outbound.whatsapp;

import io.inkstream.outbound.SendOutcome;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends message requests, blocking; meant for virtual threads. Never retries or follows redirects. Only the protocol part of
 * the HTTP library: the full client's chain of steps costs more than all the rest of a send.
 */
public final class GraphClient implements AutoCloseable {
    private static final int RESPONSE_BYTES_MAX = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final GraphConnections connections;
    private final HttpRequestExecutor protocol = new HttpRequestExecutor();
    private final String host;
    private final String path;
    private final String authorization;

    public GraphClient(WhatsAppProperties properties) {
        var base = properties.baseUrl();
        this.connections = new GraphConnections(properties);
        this.host = base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
        this.path = base.getRawPath().endsWith("/") ? base.getRawPath() : base.getRawPath() + "/";
        this.authorization = "Bearer " + properties.accessToken().value();
    }

    /**
     * One request to {@code /{phoneNumberId}/messages}.
     *
     * @param stillOurs asked with the connection open and no byte written yet; false means {@link SendOutcome.LeaseLost}
     */
    public SendOutcome send(String phoneNumberId, byte[] body, BooleanSupplier stillOurs) {
        DefaultBHttpClientConnection connection;
        try {
            connection = connections.take();
        } catch (IOException e) {
            return new SendOutcome.NotSent(e.getClass().getSimpleName()); // the message may hold addresses
        }
        if (!stillOurs.getAsBoolean()) {
            connections.giveBack(connection);
            return new SendOutcome.LeaseLost();
        }
        try {
            return exchange(connection, request(phoneNumberId, body));
        } catch (IOException | HttpException e) {
            connection.close(CloseMode.IMMEDIATE);
            return new SendOutcome.Unknown(e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            connection.close(CloseMode.IMMEDIATE);
            throw e;
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private SendOutcome exchange(DefaultBHttpClientConnection connection, ClassicHttpRequest request)
            throws IOException, HttpException {
        var context = HttpCoreContext.create();
        var response = protocol.execute(request, connection, context);
        var body = body(response);
        if (protocol.keepAlive(request, response, connection, context)) {
            connections.giveBack(connection);
        } else {
            connection.close(CloseMode.GRACEFUL);
        }
        var retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return GraphResponses.outcome(response.getCode(), body, retryAfter == null ? null : retryAfter.getValue());
    }

    private ClassicHttpRequest request(String phoneNumberId, byte[] body) {
        var request = new BasicClassicHttpRequest("POST", path + phoneNumberId + "/messages");
        var entity = new ByteArrayEntity(body, ContentType.APPLICATION_JSON);
        request.setHeader(HttpHeaders.HOST, host);
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.setHeader(HttpHeaders.CONTENT_TYPE, entity.getContentType());
        request.setHeader(HttpHeaders.CONTENT_LENGTH, entity.getContentLength());
        request.setEntity(entity);
        return request;
    }

    /**
     * The whole body: only then is the connection fit for another request. The stream is not closed, that would wait for the
     * rest of an answer that has stalled.
     */
    private static byte[] body(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return NOTHING;
        }
        var content = entity.getContent();
        var body = content.readNBytes(RESPONSE_BYTES_MAX);
        if (content.read() >= 0) {
            throw new IOException("longer than any answer of the Graph API");
        }
        return body;
    }
}

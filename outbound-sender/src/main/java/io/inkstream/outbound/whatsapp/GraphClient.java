package io.inkstream.outbound.whatsapp;

import io.inkstream.outbound.SendOutcome;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Sends message requests, blocking; meant for virtual threads. Never retries or follows redirects by itself. */
public final class GraphClient implements AutoCloseable {
    private static final int RESPONSE_BYTES_MAX = 64 * 1024;
    /** A connection that the other side has closed meanwhile would leave its message uncertain; the check takes 1 ms. */
    private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofMilliseconds(100);

    private static final byte[] NOTHING = {};

    private final CloseableHttpClient http;
    private final String baseUrl;
    private final String authorization;

    /** {@code connectionsMax}: requests under way at the same time. */
    public GraphClient(WhatsAppProperties properties, int connectionsMax) {
        var base = properties.baseUrl().toString();
        this.baseUrl = base.endsWith("/") ? base : base + "/";
        this.authorization = "Bearer " + properties.accessToken().value();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(connectionsMax)
                .setMaxConnPerRoute(connectionsMax)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setSocketTimeout(Timeout.of(properties.requestTimeout()))
                        .setValidateAfterInactivity(CHECK_AFTER_IDLE)
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(properties.connectTimeout()))
                        .setResponseTimeout(Timeout.of(properties.requestTimeout()))
                        .setExpectContinueEnabled(false)
                        .build())
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "lease", GraphClient::beginIfStillOurs)
                .evictIdleConnections(TimeValue.of(properties.idleTimeout()))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * One request to {@code /{phoneNumberId}/messages}.
     *
     * @param stillOurs asked with the connection open and no byte written yet; false means {@link SendOutcome.LeaseLost}
     */
    public SendOutcome send(String phoneNumberId, byte[] body, BooleanSupplier stillOurs) {
        var request = new HttpPost(baseUrl + phoneNumberId + "/messages");
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        var context = new SendContext(stillOurs);
        try {
            return http.execute(request, context, GraphClient::read);
        } catch (LeaseLostException _) {
            return new SendOutcome.LeaseLost();
        } catch (IOException e) {
            var what = e.getClass().getSimpleName(); // the message may hold addresses
            return context.begun ? new SendOutcome.Unknown(what) : new SendOutcome.NotSent(what);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private static SendOutcome read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var body = entity == null ? NOTHING : EntityUtils.toByteArray(entity, RESPONSE_BYTES_MAX);
        var retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return GraphResponses.outcome(
                response.getCode(), body == null ? NOTHING : body, retryAfter == null ? null : retryAfter.getValue());
    }

    private static ClassicHttpResponse beginIfStillOurs(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        if (scope.clientContext instanceof SendContext context) {
            if (!context.stillOurs.getAsBoolean()) {
                throw new LeaseLostException();
            }
            context.begun = true;
        }
        return chain.proceed(request, scope);
    }

    /** Carries the lease into the execution chain, and out of it whether the request was begun. For one thread. */
    private static final class SendContext extends HttpClientContext {
        private final BooleanSupplier stillOurs;
        private boolean begun;

        private SendContext(BooleanSupplier stillOurs) {
            this.stillOurs = stillOurs;
        }
    }

    private static final class LeaseLostException extends IOException {}
}

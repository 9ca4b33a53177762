package io.inkstream.outbound.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.Secret;
import io.inkstream.outbound.SendOutcome;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client over real HTTP: above all, what is certain about a request that went wrong. */
class GraphClientTest {
    private static final byte[] BODY = "{\"to\":\"+447700900123\"}".getBytes(StandardCharsets.UTF_8);
    private final StubWhatsApp whatsApp = StubWhatsApp.start();
    private final GraphClient client = client(whatsApp.baseUrl());

    @AfterEach
    void stop() throws IOException {
        client.close();
        whatsApp.close();
    }

    @Test
    void send_whenAccepted_givesTheId() {
        var outcome = send();

        var accepted = whatsApp.accepted("+447700900123").getFirst();
        assertThat(outcome).isEqualTo(new SendOutcome.Accepted(accepted.wamid()));
        assertThat(accepted.request().path()).isEqualTo("/v25.0/123/messages");
        assertThat(accepted.request().authorization()).isEqualTo("Bearer token");
    }

    @Test
    void send_whenLeaseIsLost_writesNothing() {
        var outcome = client.send("123", BODY, () -> false);

        assertThat(outcome).isEqualTo(new SendOutcome.LeaseLost());
        assertThat(whatsApp.requests("+447700900123")).isEmpty();
        assertThat(send()).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void send_whenNobodyListens_isNotSent() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var lonely = client(URI.create("http://127.0.0.1:" + port + "/v25.0"))) {
            assertThat(lonely.send("123", BODY, () -> true)).isInstanceOf(SendOutcome.NotSent.class);
        }
    }

    @Test
    void send_whenTheConnectionBreaks_isUnknown_andNotRepeated() {
        whatsApp.answers(_ -> new Answer.AcceptAndDrop());

        assertThat(send()).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(whatsApp.accepted("+447700900123")).hasSize(1);
    }

    @Test
    void send_whenTheAnswerTakesTooLong_isUnknown() {
        whatsApp.answers(_ -> new Answer.AcceptSlowly(Duration.ofSeconds(3)));

        assertThat(send()).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void send_whenRedirected_doesNotFollow() {
        whatsApp.answers(_ -> new Answer.Refuse(307, ""));

        assertThat(send()).isInstanceOf(SendOutcome.Refused.class);
        assertThat(whatsApp.requests("+447700900123")).hasSize(1);
    }

    private SendOutcome send() {
        return client.send("123", BODY, () -> true);
    }

    private static GraphClient client(URI baseUrl) {
        return new GraphClient(
                new WhatsAppProperties(
                        baseUrl,
                        new Secret("token"),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(1500),
                        Duration.ofSeconds(20)),
                4);
    }
}

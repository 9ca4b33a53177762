package io.inkstream.outbound.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.inkstream.outbound.Secret;
import io.inkstream.outbound.SendOutcome;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client over real HTTP: above all, what is certain about a request that went wrong. */
class GraphClientTest {
    private static final byte[] BODY = "{\"to\":\"+447700900123\"}".getBytes(StandardCharsets.UTF_8);
    private final StubWhatsApp whatsApp = StubWhatsApp.start();
    private final GraphClient client = client(whatsApp.baseUrl());

    @AfterEach
    void stop() {
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
    void send_toAServerThatNobodyVouchesFor_isNotSent(@TempDir Path folder) throws Exception {
        var requests = new AtomicInteger();
        var impostor = impostor(folder, requests);
        try (var careful =
                client(URI.create("https://localhost:" + impostor.getAddress().getPort() + "/v25.0"))) {
            assertThat(careful.send("123", BODY, () -> true)).isInstanceOf(SendOutcome.NotSent.class);
            assertThat(requests).hasValue(0);
        } finally {
            impostor.stop(0);
        }
    }

    @Test
    void send_afterAnother_usesItsConnection() throws Exception {
        try (var server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
                var twice = client(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v25.0"))) {
            var answering = CompletableFuture.runAsync(() -> answerOneConnection(server, 2));

            assertThat(twice.send("123", BODY, () -> true)).isEqualTo(new SendOutcome.Accepted("wamid.1"));
            assertThat(twice.send("123", BODY, () -> true)).isEqualTo(new SendOutcome.Accepted("wamid.2"));
            answering.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void send_whenTheIdleConnectionWasClosed_opensAnother() throws Exception {
        try (var server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
                var patient = client(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v25.0"))) {
            var answering = CompletableFuture.runAsync(() -> {
                answerOneConnection(server, 1);
                answerOneConnection(server, 1);
            });
            assertThat(patient.send("123", BODY, () -> true)).isInstanceOf(SendOutcome.Accepted.class);
            // After so long a rest it looks before it writes.
            Awaitility.await().pollDelay(Duration.ofMillis(150)).until(() -> true);

            assertThat(patient.send("123", BODY, () -> true)).isInstanceOf(SendOutcome.Accepted.class);
            answering.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void send_whenTheAnswerHasNoEnd_isUnknown() throws Exception {
        try (var server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
                var curious = client(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v25.0"))) {
            var answering = CompletableFuture.runAsync(() -> answer(server, socket -> {
                readRequest(socket);
                socket.getOutputStream().write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n"));
                socket.getOutputStream().write(new byte[70_000]);
            }));

            assertThat(curious.send("123", BODY, () -> true)).isInstanceOf(SendOutcome.Unknown.class);
            answering.exceptionally(_ -> null).get(5, TimeUnit.SECONDS);
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

    private interface Conversation {
        void hold(Socket socket) throws IOException;
    }

    private static void answer(ServerSocket server, Conversation conversation) {
        try (var socket = server.accept()) {
            conversation.hold(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Accepts so many requests of one connection, then closes it. */
    private static void answerOneConnection(ServerSocket server, int requests) {
        answer(server, socket -> {
            for (var i = 1; i <= requests; i++) {
                readRequest(socket);
                var body = "{\"messages\":[{\"id\":\"wamid." + i + "\"}]}";
                socket.getOutputStream()
                        .write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
            }
        });
    }

    private static void readRequest(Socket socket) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0 || !read.toString().endsWith("}")) {
            read.append((char) socket.getInputStream().read());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Speaks TLS with a certificate that it made itself. */
    private static HttpsServer impostor(Path folder, AtomicInteger requests) throws Exception {
        var store = folder.resolve("impostor.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "impostor",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .start()
                .waitFor();
        assertThat(made).isZero();
        var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        var manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        manager.init(keys, "changeit".toCharArray());
        var tls = SSLContext.getInstance("TLS");
        tls.init(manager.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", _ -> requests.incrementAndGet());
        server.start();
        return server;
    }

    private SendOutcome send() {
        return client.send("123", BODY, () -> true);
    }

    private static GraphClient client(URI baseUrl) {
        return new GraphClient(new WhatsAppProperties(
                baseUrl, new Secret("token"), Duration.ofSeconds(2), Duration.ofMillis(1500), Duration.ofSeconds(20)));
    }
}

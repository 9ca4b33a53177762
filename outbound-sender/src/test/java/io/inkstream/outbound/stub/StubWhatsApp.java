package io.inkstream.outbound.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Answers message requests over real HTTP as a test says, and remembers what it accepted, in order. */
public final class StubWhatsApp implements AutoCloseable {
    private static final int OK = 200;

    private final HttpServer server;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile Consumer<Accepted> onAccepted = _ -> {};
    private volatile Function<Request, Answer> script = _ -> new Answer.Accept();

    /** A message request. */
    public record Request(String path, String authorization, JsonNode body) {
        public String to() {
            return body.path("to").stringValue(body.path("recipient").stringValue(""));
        }

        public String text() {
            return body.path("text").path("body").stringValue("");
        }

        public String callback() {
            return body.path("biz_opaque_callback_data").stringValue("");
        }
    }

    /** A request that this stub took. */
    public record Accepted(String wamid, Request request) {}

    /** What to do with a request. */
    public sealed interface Answer {
        record Accept() implements Answer {}

        /** Taken, but the connection is closed without a word. */
        record AcceptAndDrop() implements Answer {}

        /** Taken, answered late. */
        record AcceptSlowly(Duration after) implements Answer {}

        /** Not taken. */
        record Refuse(int status, String body) implements Answer {
            /** A Graph error. */
            public static Refuse code(int status, int code) {
                return new Refuse(status, "{\"error\":{\"message\":\"(#" + code + ") x\",\"code\":" + code + "}}");
            }
        }

        /** Not taken, and the connection is closed without a word. */
        record Drop() implements Answer {}
    }

    private StubWhatsApp(HttpServer server) {
        this.server = server;
    }

    public static StubWhatsApp start() {
        // The JDK's server otherwise closes kept-alive connections beyond 200, and waits for delayed acknowledgements.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var stub = new StubWhatsApp(server);
            server.createContext("/", stub::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v25.0");
    }

    /** How requests are answered from now on. */
    public void answers(Function<Request, Answer> newScript) {
        script = newScript;
    }

    /** Hears of every acceptance, before its answer leaves. */
    public void onAccepted(Consumer<Accepted> listener) {
        onAccepted = listener;
    }

    /** Everything accepted so far, in order. */
    public List<Accepted> accepted() {
        synchronized (accepted) {
            return List.copyOf(accepted);
        }
    }

    /** Everything accepted for this address so far, in order. */
    public List<Accepted> accepted(String to) {
        synchronized (accepted) {
            return accepted.stream()
                    .filter(message -> message.request().to().equals(to))
                    .toList();
        }
    }

    public int acceptedCount() {
        synchronized (accepted) {
            return accepted.size();
        }
    }

    /** Every request for this address, accepted or not. */
    public List<Request> requests(String to) {
        synchronized (requests) {
            return requests.stream().filter(request -> request.to().equals(to)).toList();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes();
            var request = new Request(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    Json.tree(bytes));
            synchronized (requests) {
                requests.add(request);
            }
            switch (script.apply(request)) {
                case Answer.Accept _ -> respond(exchange, OK, success(accept(request)));
                case Answer.AcceptAndDrop _ -> accept(request);
                case Answer.AcceptSlowly slowly -> {
                    var wamid = accept(request);
                    Thread.sleep(slowly.after());
                    respond(exchange, OK, success(wamid));
                }
                case Answer.Refuse refuse -> respond(exchange, refuse.status(), refuse.body());
                case Answer.Drop _ -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String accept(Request request) {
        var wamid = "wamid.stub" + ids.incrementAndGet() + "." + System.identityHashCode(this);
        var message = new Accepted(wamid, request);
        synchronized (accepted) {
            accepted.add(message);
        }
        onAccepted.accept(message);
        return wamid;
    }

    private static String success(String wamid) {
        return "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"" + wamid + "\"}]}";
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

package io.inkstream.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other side: takes webhooks as the ingress does and keeps them. */
public final class Studio implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> nextAnswers = new ConcurrentLinkedQueue<>();

    /** One POST; {@code nanos} is when it came, by {@link System#nanoTime}. */
    public record Received(String path, String query, Map<String, List<String>> headers, String body, long nanos) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    public Studio() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next POSTs get these answers, later ones 200 again. */
    public void answers(Integer... statuses) {
        nextAnswers.addAll(List.of(statuses));
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(String path) {
        return received.stream().filter(one -> one.path().equals(path)).toList();
    }

    /** The entries of all status webhooks so far. */
    public List<JsonNode> statuses() {
        return received("/webhooks/whatsapp").stream()
                .flatMap(one -> one.json().findValues("statuses").stream())
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    public void forget() {
        received.clear();
        nextAnswers.clear();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = nextAnswers.poll();
            var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
            received.add(new Received(
                    exchange.getRequestURI().getPath(),
                    query,
                    Map.copyOf(exchange.getRequestHeaders()),
                    body,
                    System.nanoTime()));
            exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

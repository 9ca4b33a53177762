package io.inkstream.simulator;

import io.inkstream.schemas.BusinessClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running simulator on a free port, its webhooks going to a {@link Studio}. */
public final class World implements AutoCloseable {
    public static final String NUMBER = "106540352242922";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Studio studio;
    private final ConfigurableApplicationContext application;
    private static final String CLOCK_MEMBERS = "inkstream.simulator.clock.members=";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** One answer of the simulator. */
    public record Answered(int status, String text, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    private World(Studio studio, List<String> settings) {
        this.studio = studio;
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--spring.profiles.active=standalone",
                "--logging.level.root=WARN",
                "--inkstream.simulator.whatsapp.webhook-url=" + studio.url() + "/webhooks/whatsapp",
                "--inkstream.simulator.stripe.webhook-url=" + studio.url() + "/webhooks/stripe",
                "--inkstream.simulator.whatsapp.status-interval=30ms",
                "--inkstream.simulator.webhooks.retry-first=50ms"));
        settings.forEach(setting -> arguments.add("--" + setting));
        if (settings.stream().noneMatch(setting -> setting.startsWith(CLOCK_MEMBERS))) {
            arguments.add("--" + CLOCK_MEMBERS); // stands alone; given twice, the two values would be joined
        }
        this.application = SimulatorApplication.application().run(arguments.toArray(String[]::new));
    }

    /** Starts one with a studio of its own; {@code settings} are {@code property=value}. */
    public static World start(String... settings) {
        return new World(new Studio(), List.of(settings));
    }

    /** Starts one beside a studio that lives on. */
    public static World startFor(Studio studio, String... settings) {
        return new World(studio, List.of(settings));
    }

    public Studio studio() {
        return studio;
    }

    public BusinessClock clock() {
        return application.getBean(BusinessClock.class);
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public String url() {
        return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    public Answered get(String path, String... headers) {
        return call(request(path, headers).GET());
    }

    public Answered post(String path, Object body, String... headers) {
        return call(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text(body))));
    }

    public Answered put(String path, Object body, String... headers) {
        return call(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(text(body))));
    }

    public Answered delete(String path, String... headers) {
        return call(request(path, headers).DELETE());
    }

    /** Any call, such as one with a form. */
    public Answered call(HttpRequest.Builder request) {
        try {
            return exchange(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #call}, for those who expect the connection to break. */
    public Answered exchange(HttpRequest.Builder request) throws IOException {
        try {
            var response = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            return new Answered(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Sends a WhatsApp message as the studio does. */
    public Answered send(Object message) {
        return post("/v23.0/" + NUMBER + "/messages", message, "Authorization", "Bearer inkstream-dev-access-token");
    }

    /** A text message to send. */
    public static Map<String, Object> text(String to, String body) {
        return Map.of("messaging_product", "whatsapp", "to", to, "type", "text", "text", Map.of("body", body));
    }

    public List<JsonNode> sentTo(String phone) {
        return get("/sim/whatsapp/sent?to=" + phone).json().valueStream().toList();
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    /** Ends the simulator, not the studio. */
    @Override
    public void close() {
        application.close();
        http.shutdownNow();
    }
}

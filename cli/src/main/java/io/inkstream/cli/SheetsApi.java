package io.inkstream.cli;

import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The sheets sink's own endpoint, on its management port. A failed call throws with what it said. */
final class SheetsApi {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Reading a whole log or a whole sheet takes a while. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(5);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final URI root;

    SheetsApi(URI root) {
        this.root = root;
    }

    /** How a sheet differs from what it should show. */
    JsonNode drift(String studio) throws InterruptedException {
        return send(request(studio).GET());
    }

    /** Reads the log again and has every row written again. */
    JsonNode rebuild(String studio) throws InterruptedException {
        return send(request(studio).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));
    }

    /** Waits until nothing is due, telling how far it is. */
    JsonNode settled(String studio, Consumer<JsonNode> progress) throws InterruptedException {
        var now = drift(studio);
        while (now.path("due").asLong() > 0) {
            progress.accept(now);
            Thread.sleep(LOOK_EVERY);
            now = drift(studio);
        }
        return now;
    }

    static boolean differs(JsonNode drift) {
        return drift.path("missing").asInt() + drift.path("different").asInt() > 0;
    }

    /** In one line. */
    static String told(JsonNode drift) {
        return drift.path("rows").asInt() + " rows compared: "
                + drift.path("missing").asInt() + " missing, "
                + drift.path("different").asInt() + " different, "
                + drift.path("foreign").asInt() + " below that are not ours, "
                + drift.path("due").asLong() + " still to be written";
    }

    private HttpRequest.Builder request(String studio) {
        return HttpRequest.newBuilder(root.resolve("/actuator/sheets/" + AdminApi.encoded(studio)))
                .timeout(REQUEST_TIMEOUT);
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            var body = Json.MAPPER.readTree(response.body());
            if (response.statusCode() > 299) {
                throw new IllegalStateException("the sheets sink answered " + response.statusCode() + ": "
                        + body.path("error").asString("no reason given"));
            }
            return body;
        } catch (IOException e) {
            throw new IllegalStateException("the sheets sink at " + root + " does not answer", e);
        } catch (JacksonException e) {
            throw new IllegalStateException(root + " does not answer like the sheets sink; is --sheets right?", e);
        }
    }
}

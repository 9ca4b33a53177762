package io.inkstream.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls from outside, with the fixed key of the standalone pipeline. */
final class Http {
    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Http() {}

    /** A status and its body; a body that is no JSON is a text node. */
    record Answer(int status, JsonNode body) {
        Answer ok() {
            if (status < 200 || status > 299) {
                throw new AssertionError("answered " + status + ": " + body);
            }
            return this;
        }
    }

    static Answer get(URI url) {
        return send(HttpRequest.newBuilder(url).GET());
    }

    static Answer delete(URI url) {
        return send(HttpRequest.newBuilder(url).DELETE());
    }

    static Answer post(URI url, Object body) {
        return send(HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Posts exactly these bytes; a null signature leaves the header out. */
    static Answer postSigned(URI url, byte[] body, @Nullable String signature) {
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        return send(request);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(
                    request.header("X-Api-Key", "inkstream-dev-key")
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
        } catch (tools.jackson.core.JacksonException e) {
            return JSON.getNodeFactory().stringNode(body);
        }
    }
}

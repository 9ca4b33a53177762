package io.inkstream.simulator.whatsapp;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Meta's question to a callback that is being registered: does it know the verify token? */
@Component
final class Verification {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WhatsAppProperties properties;

    Verification(WhatsAppProperties properties) {
        this.properties = properties;
    }

    /** The callback's status, content type and body. */
    Map<String, Object> ask(String token, String challenge) throws IOException, InterruptedException {
        var query = "hub.mode=subscribe&hub.challenge=" + encoded(challenge) + "&hub.verify_token=" + encoded(token);
        var request = HttpRequest.newBuilder(URI.create(properties.webhookUrl() + "?" + query))
                .timeout(TIMEOUT)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            return Map.of(
                    "status", answer.statusCode(),
                    "contentType", answer.headers().firstValue("Content-Type").orElse(""),
                    "body", answer.body());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

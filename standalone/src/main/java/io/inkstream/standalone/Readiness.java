package io.inkstream.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks a service whether it can do its work, the way an orchestrator would. */
final class Readiness {
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int HTTP_OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Returns when the service is ready; throws {@link StartFailure} when it does not become so in time. */
    void await(String name, URI probe) throws InterruptedException {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        var last = "no answer";
        while (System.nanoTime() < deadline) {
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(probe)
                                .timeout(Duration.ofSeconds(5))
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() == HTTP_OK) {
                    return;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                last = e.toString();
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
        }
        throw new StartFailure(name + " did not become ready within " + LIMIT.toSeconds() + " s: " + last);
    }
}

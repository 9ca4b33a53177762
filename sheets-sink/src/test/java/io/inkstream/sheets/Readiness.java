package io.inkstream.sheets;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks the service over HTTP, as an orchestrator would. */
final class Readiness {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Readiness() {}

    static int of(RunningSink sink) throws IOException, InterruptedException {
        return HTTP.send(request(sink, "/actuator/health/readiness"), BodyHandlers.discarding())
                .statusCode();
    }

    static String metrics(RunningSink sink) throws IOException, InterruptedException {
        return HTTP.send(request(sink, "/actuator/prometheus"), BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest request(RunningSink sink, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sink.port() + path))
                .build();
    }
}

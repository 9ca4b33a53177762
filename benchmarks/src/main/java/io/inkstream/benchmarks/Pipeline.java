package io.inkstream.benchmarks;

import io.inkstream.local.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code inkstream up} as a process of its own on free ports, with Meta's rates lifted, in a throw-away folder. */
final class Pipeline implements AutoCloseable {
    private static final List<String> PORTS = List.of(
            "INGRESS",
            "ADMIN",
            "SIMULATOR",
            "KAFKA",
            "KAFKA_CONTROLLER",
            "POSTGRES",
            "INGRESS_MANAGEMENT",
            "ADMIN_MANAGEMENT",
            "PROCESSOR_MANAGEMENT",
            "SENDER_MANAGEMENT",
            "SHEETS_MANAGEMENT",
            "SIMULATOR_MANAGEMENT");

    private final JavaProcess process;
    private final Map<String, String> variables;
    private final HttpClient http = HttpClient.newHttpClient();

    private Pipeline(JavaProcess process, Map<String, String> variables) {
        this.process = process;
        this.variables = variables;
    }

    /**
     * Starts an empty pipeline and returns once it says that it is up.
     *
     * @param jar of standalone, with its libraries beside it
     * @param settings further environment variables; Spring reads {@code INKSTREAM_SENDER_...} as settings of that service
     */
    static Pipeline start(Path jar, Path home, Map<String, String> settings) throws IOException, InterruptedException {
        var variables = new HashMap<>(settings);
        for (var name : PORTS) {
            variables.put("INKSTREAM_" + name + "_PORT", String.valueOf(FreePorts.next()));
        }
        variables.put("INKSTREAM_HOME", home.resolve("data").toString());
        var arguments = new ArrayList<>(List.of("-Xms128m", "-Xmx768m"));
        var cache = jar.resolveSibling("standalone.aot");
        if (Files.exists(cache)) {
            arguments.add("-XX:AOTCache=" + cache);
        }
        arguments.addAll(List.of("-jar", jar.toString(), "up", "--fresh"));
        return new Pipeline(JavaProcess.start(home, variables, arguments).awaitPrinted("Inkstream is up"), variables);
    }

    URI ingress(String path) {
        return at("INGRESS", path);
    }

    URI simulator(String path) {
        return at("SIMULATOR", path);
    }

    URI admin(String path) {
        return at("ADMIN", path);
    }

    String kafka() {
        return "127.0.0.1:" + variables.get("INKSTREAM_KAFKA_PORT");
    }

    private URI at(String service, String path) {
        return URI.create("http://localhost:" + variables.get("INKSTREAM_" + service + "_PORT") + path);
    }

    String get(URI url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url).GET());
    }

    String post(URI url, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.header("X-Api-Key", "inkstream-dev-key").build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    ProcessFigures figures() {
        return process.figures();
    }

    @Override
    public void close() {
        process.close();
    }
}

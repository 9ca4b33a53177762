package io.inkstream.benchmarks;

import io.inkstream.local.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service of the pipeline as a process of its own, with its standalone profile. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    /** Set for a service whose management interface is its only one. */
    static final String ONE_PORT = "one-port";

    private final JavaProcess process;
    private final int port;

    private ServiceProcess(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the application and returns when it is ready. {@code settings} override its standalone profile. */
    static ServiceProcess start(
            Path standaloneJar, String application, String kafka, Map<String, String> settings, Path folder)
            throws IOException, InterruptedException {
        var port = FreePorts.next();
        var management = settings.containsKey(ONE_PORT) ? port : FreePorts.next();
        var arguments = new ArrayList<>(List.of(
                "-Xmx256m",
                "-cp",
                standaloneJar.toString(),
                application,
                "--spring.profiles.active=standalone",
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--server.port=" + port,
                "--management.server.port=" + management));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        var process = JavaProcess.start(folder, Map.of(), arguments);
        var service = new ServiceProcess(process, port);
        service.awaitReady(management);
        return service;
    }

    private void awaitReady(int management) throws InterruptedException {
        var http = HttpClient.newHttpClient();
        var probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness"))
                .build();
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            process.failWhenOver(deadline);
            try {
                if (http.send(probe, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    ProcessFigures figures() {
        return process.figures();
    }

    @Override
    public void close() {
        process.close();
    }
}

package io.inkstream.outbound.load;

import io.inkstream.local.FreePorts;
import io.inkstream.outbound.OutboundSenderApplication;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A service in a JVM of its own. */
final class MeasuredProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private MeasuredProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The sender, its rates lifted, ready. */
    static MeasuredProcess sender(URI whatsApp, Database database) throws Exception {
        var classes = System.getProperty("load.sender", System.getProperty("java.class.path"));
        var port = FreePorts.next();
        var started = start(
                classes,
                OutboundSenderApplication.class.getName(),
                System.getProperty("load.jvm", ""),
                port,
                List.of(
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--inkstream.sender.whatsapp.base-url=" + whatsApp,
                        "--inkstream.sender.whatsapp.access-token=t",
                        "--inkstream.sender.links.key=k",
                        "--inkstream.sender.links.base-url=http://localhost",
                        "--inkstream.sender.rates.number-per-second=0",
                        "--inkstream.sender.rates.pair-interval=0s"));
        started.awaitReady(port);
        return started;
    }

    /** The simulator as a fast WhatsApp: no statuses, no limits, nothing remembered. */
    static MeasuredProcess simulator(String classes) throws Exception {
        var management = FreePorts.next();
        var started = start(
                classes,
                "io.inkstream.simulator.SimulatorApplication",
                "",
                FreePorts.next(),
                List.of(
                        "--management.server.port=" + management,
                        "--inkstream.simulator.whatsapp.access-token=t",
                        "--inkstream.simulator.home="
                                + Files.createTempDirectory("sender-load").toAbsolutePath()));
        started.awaitReady(management);
        try (var http = HttpClient.newHttpClient()) {
            var switches =
                    "{\"statuses\":false,\"serviceWindow\":false,\"rates\":false,\"keepSent\":false,\"journal\":false}";
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + started.port + "/sim/settings"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(switches))
                            .build(),
                    BodyHandlers.ofString());
            System.out.println("simulator: " + answer.statusCode() + " " + answer.body());
        }
        return started;
    }

    int port() {
        return port;
    }

    long cpuMicros() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1_000;
    }

    long memoryMegabytes() throws IOException {
        return Arrays.stream(Files.readString(Path.of("/proc/" + process.pid() + "/status"))
                        .split("\n", -1))
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static MeasuredProcess start(
            String classes, String application, String flags, int port, List<String> settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes));
        command.addAll(Arrays.stream(flags.split(" ", -1))
                .filter(flag -> !flag.isBlank())
                .toList());
        command.add(application);
        command.addAll(
                List.of("--server.port=" + port, "--logging.structured.format.console=", "--logging.level.root=WARN"));
        command.addAll(settings);
        return new MeasuredProcess(new ProcessBuilder(command).inheritIO().start(), port);
    }

    private void awaitReady(int healthPort) throws InterruptedException {
        var readiness = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + healthPort + "/actuator/health/readiness"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            while (process.isAlive()) {
                try {
                    if (http.send(readiness, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // not listening yet
                }
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("a measured process has ended");
    }
}

package io.inkstream.benchmarks;

import io.inkstream.local.EmbeddedDatabase;
import io.inkstream.local.FreePorts;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each service needs by itself, ready and idle, with the heap that its container gives it. */
final class MemoryScenario {
    private static final String NAME = "memory";
    private static final String DATABASE = "inkstream";
    private static final String PASSWORD = "inkstream-dev-postgres";

    /** Application by service; those with one port serve nothing but health and metrics. */
    private static final Map<String, String> ONE_PORT = Map.of(
            "conversation-processor", "io.inkstream.conversation.streams.ConversationProcessorApplication",
            "outbound-sender", "io.inkstream.outbound.OutboundSenderApplication",
            "sheets-sink", "io.inkstream.sheets.SheetsSinkApplication");

    private static final Map<String, String> TWO_PORTS = Map.of(
            "ingress-service", "io.inkstream.ingress.IngressApplication",
            "admin-api", "io.inkstream.admin.AdminApplication");

    private final Options options;
    private final Report report;

    MemoryScenario(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        var folder = options.folder().resolve(NAME);
        try (var cluster = Cluster.start(folder.resolve("broker"));
                var database = EmbeddedDatabase.start(
                        folder.resolve("postgres-" + System.nanoTime()),
                        folder.resolve("binaries"),
                        FreePorts.next())) {
            database.provide(DATABASE, DATABASE, PASSWORD);
            var applications = new LinkedHashMap<>(TWO_PORTS);
            applications.putAll(ONE_PORT);
            for (var service : applications.entrySet()) {
                var settings = new HashMap<>(Map.of(
                        "spring.datasource.url",
                        database.jdbcUrl(DATABASE),
                        "spring.datasource.username",
                        DATABASE,
                        "spring.datasource.password",
                        PASSWORD,
                        "inkstream.processor.state-dir",
                        folder.resolve("state-" + System.nanoTime()).toString()));
                if (ONE_PORT.containsKey(service.getKey())) {
                    settings.put(ServiceProcess.ONE_PORT, "true");
                }
                try (var process = ServiceProcess.start(
                        options.standaloneJar(),
                        service.getValue(),
                        cluster.bootstrap(),
                        settings,
                        folder.resolve(service.getKey()))) {
                    report.atMost(NAME, service.getKey(), process.figures().residentMegabytes(), "MB", 350);
                }
            }
        }
    }
}

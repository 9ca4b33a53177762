package io.inkstream.standalone;

import io.inkstream.local.EmbeddedDatabase;
import io.inkstream.local.FreePorts;
import io.inkstream.standalone.Environment.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.concurrent.TimeUnit;

/**
 * A start on free ports and a folder of its own, one chat message, and a stop: under {@code -XX:AOTCacheOutput} the JVM
 * remembers what it loaded and linked for it, and later starts take half the time.
 */
final class Rehearsal {
    private static final String CLIENT = "447700900999";
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Rehearsal() {}

    /** Plays it in {@code home}; what was there before is gone afterwards. Throws {@link StartFailure} when no reply comes. */
    static void play(Path home, Progress progress) throws InterruptedException {
        var data = DataFolder.open(home);
        Logging.to(data.at("log"));
        EmbeddedDatabase.stopLeftBehind(data.at("postgres"));
        data.clear();
        var environment = onFreePorts(home);
        var pipeline = new Pipeline(environment, data, Duration.ZERO, progress);
        try {
            pipeline.start();
            chat(environment);
        } catch (IOException e) {
            throw new StartFailure("the simulator does not answer: " + e, e);
        } finally {
            pipeline.stop();
            data.clear();
            data.close();
        }
    }

    private static Environment onFreePorts(Path home) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            ports.put(port, FreePorts.next());
        }
        return new Environment(home, ports, null, null);
    }

    private static void chat(Environment environment) throws IOException, InterruptedException {
        var simulator = environment.url(Port.SIMULATOR);
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(simulator + "/sim/whatsapp/messages"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"from\":\"" + CLIENT + "\",\"text\":\"hi\"}"))
                            .build(),
                    BodyHandlers.discarding());
            var sent = HttpRequest.newBuilder(URI.create(simulator + "/sim/whatsapp/sent?to=" + CLIENT))
                    .build();
            var deadline = System.nanoTime() + REPLY_LIMIT.toNanos();
            while (!http.send(sent, BodyHandlers.ofString()).body().contains("wamid")) {
                if (System.nanoTime() > deadline) {
                    throw new StartFailure("no reply within " + REPLY_LIMIT.toSeconds() + " s");
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
            }
        }
    }
}

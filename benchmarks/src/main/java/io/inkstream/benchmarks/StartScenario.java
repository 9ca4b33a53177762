package io.inkstream.benchmarks;

import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From nothing running to the first answered chat, and what an idle pipeline costs. */
final class StartScenario {
    private static final String NAME = "start";
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Options options;
    private final Report report;

    StartScenario(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        var began = System.nanoTime();
        try (var pipeline =
                Pipeline.start(options.standaloneJar(), options.folder().resolve("start"), Map.of())) {
            var up = System.nanoTime();
            firstChat(pipeline);
            var answered = System.nanoTime();
            report.plain(NAME, "from launch to up", (up - began) / 1e9, "s");
            report.atMost(NAME, "from launch to the first answered chat", (answered - began) / 1e9, "s", 12);

            TimeUnit.SECONDS.sleep(options.warmUp().toSeconds());
            var before = pipeline.figures();
            TimeUnit.SECONDS.sleep(IDLE.toSeconds());
            var after = pipeline.figures();
            report.atMost(
                    NAME,
                    "idle CPU of all of it, of one core",
                    100.0 * after.cpu().minus(before.cpu()).toNanos() / IDLE.toNanos(),
                    "%",
                    5);
            report.atMost(NAME, "memory of all of it", after.residentMegabytes(), "MB", 1_500);
        }
    }

    private static void firstChat(Pipeline pipeline) throws IOException, InterruptedException {
        pipeline.post(pipeline.simulator("/sim/whatsapp/messages"), "{\"from\":\"447911000001\",\"text\":\"hi\"}");
        while (Json.MAPPER
                .readTree(pipeline.get(pipeline.simulator("/sim/whatsapp/sent?to=447911000001")))
                .isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}

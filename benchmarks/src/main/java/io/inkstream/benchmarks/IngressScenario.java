package io.inkstream.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The ingress by itself (no other service takes part), beside an HTTP echo on the same server. */
final class IngressScenario {
    private static final String NAME = "ingress";
    private static final int CONNECTIONS = 64;
    private static final int OPEN_LOOP_RATE = 2_000;
    private static final int AT_ONCE = 1_000;
    private static final int STATUSES_PER_BATCH = 50;
    private static final int MESSAGES_PER_BATCH = 16;

    private final Options options;
    private final Report report;

    IngressScenario(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        try (var cluster = Cluster.start(options.folder().resolve("ingress-broker"));
                var ingress = ServiceProcess.start(
                        options.standaloneJar(),
                        "io.inkstream.ingress.IngressApplication",
                        cluster.bootstrap(),
                        Map.of("inkstream.ingress.bench.enabled", "true"),
                        Path.of(options.folder().toString(), "ingress"))) {
            var webhooks = ingress.url("/webhooks/whatsapp");
            new Load(webhooks, CONNECTIONS).asFastAsPossible(options.warmUp(), IngressScenario::message);
            throughput("webhooks", webhooks, ingress, IngressScenario::message, 10_000);
            throughput("webhooks + batched statuses", webhooks, ingress, IngressScenario::messageOrStatuses, 0);
            latency(webhooks, "p99 at 2,000/s", IngressScenario::message);
            latency(webhooks, "p99 at 2,000/s with statuses", IngressScenario::messageOrStatuses);
            allAtOnce(webhooks);
            ceilings(ingress, cluster.bootstrap());
        }
    }

    private double webhooksPerSecond;

    private void throughput(String what, URI url, ServiceProcess ingress, Load.Maker maker, double target)
            throws InterruptedException {
        var before = ingress.figures();
        var result = new Load(url, CONNECTIONS).asFastAsPossible(options.measured(), maker);
        var cpu = ingress.figures().cpu().minus(before.cpu());
        if (target > 0) {
            webhooksPerSecond = result.perSecond();
            report.atLeast(NAME, what + " acknowledged (acks=all)", result.perSecond(), "/s", target);
        } else {
            report.plain(NAME, what + " acknowledged (acks=all)", result.perSecond(), "/s");
        }
        report.atMost(NAME, what + " not answered 200", (double) (result.refused() + result.failed()), "", 0);
        report.plain(NAME, what + " CPU of the service per webhook", cpu.toNanos() / 1e3 / result.ok(), "us");
    }

    private void latency(URI url, String what, Load.Maker maker) throws InterruptedException {
        var result = new Load(url, CONNECTIONS).atRate(OPEN_LOOP_RATE, options.measured(), maker);
        report.plain(NAME, what.replace("p99", "p50"), result.millis(50), "ms");
        report.atMost(NAME, what, result.millis(99), "ms", 50);
    }

    private void allAtOnce(URI url) throws InterruptedException {
        var result = new Load(url, AT_ONCE).allAtOnce(IngressScenario::message);
        report.atLeast(NAME, "of 1,000 webhooks at the same instant, answered 200", (double) result.ok(), "", AT_ONCE);
    }

    private void ceilings(ServiceProcess ingress, String bootstrap) throws InterruptedException {
        var echo = new Load(ingress.url("/bench/echo"), CONNECTIONS);
        echo.asFastAsPossible(Duration.ofSeconds(options.warmUp().toSeconds() / 3), IngressScenario::message);
        var echoPerSecond = echo.asFastAsPossible(options.measured(), IngressScenario::message)
                .perSecond();
        report.plain(NAME, "ceiling: HTTP echo on the same server", echoPerSecond, "/s");
        report.atLeast(NAME, "webhooks / echo", webhooksPerSecond / echoPerSecond, "", 0.5);
        var producer = ProducerCeiling.recordsPerSecond(bootstrap, options.measured());
        report.plain(NAME, "ceiling: producer alone to the same broker (1 KB)", producer, "/s");
        report.plain(NAME, "webhooks / producer", webhooksPerSecond / producer, "");
    }

    private static final List<String> WORDS = List.of("hi", "A fine line dragon", "left forearm", "10x15cm", "realism");

    private static Request message(Webhooks webhooks, long number) {
        return webhooks.message(number % 5_000, WORDS.get((int) (number % WORDS.size())));
    }

    /** Three statuses to a message, in batches: one POST in {@value #MESSAGES_PER_BATCH} carries the statuses of the others. */
    private static Request messageOrStatuses(Webhooks webhooks, long number) {
        return number % (MESSAGES_PER_BATCH + 1) == MESSAGES_PER_BATCH
                ? webhooks.statuses(STATUSES_PER_BATCH)
                : message(webhooks, number);
    }
}

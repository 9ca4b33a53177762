package io.inkstream.benchmarks;

import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** From the webhook to the reply that the fake WhatsApp accepted and the lead that the API shows. */
final class PipelineScenario {
    private static final String NAME = "pipeline";
    private static final int CONNECTIONS = 64;
    private static final Duration STILL = Duration.ofSeconds(10);

    /** What each client says, one line a round. */
    private static final List<String> LINES =
            List.of("hi", "A fine line dragon curling round my arm", "left forearm", "10x15cm");

    private final Options options;
    private final Report report;

    /** The next client number that has not written yet: every part has clients of its own. */
    private long firstClient = 1;

    PipelineScenario(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        for (var statuses : List.of(false, true)) {
            var variant = statuses ? "with statuses" : "without statuses";
            try (var pipeline = Pipeline.start(
                    options.standaloneJar(), options.folder().resolve("pipeline"), LiftedRates.VARIABLES)) {
                // The fake counts what it accepts and forgets it: it must not be what is measured.
                pipeline.post(
                        pipeline.simulator("/sim/settings"),
                        "{\"statuses\":" + statuses + ",\"rates\":false,\"keepSent\":false,\"journal\":false}");
                part(pipeline, 300, options.warmUp().multipliedBy(2).dividedBy(3));
                // What became hot is compiled by now or waits for a core: a busy machine would take minutes for it.
                part(pipeline, 30, options.warmUp().dividedBy(3));
                var quiet = part(pipeline, 300, options.measured());
                report.atMost(
                        NAME,
                        "webhook to reply at 300/s, p50, " + variant,
                        quiet.reply().getValueAtPercentile(50) / 1e3,
                        "ms",
                        40);
                report.atMost(
                        NAME,
                        "webhook to reply at 300/s, p99, " + variant,
                        quiet.reply().getValueAtPercentile(99) / 1e3,
                        "ms",
                        150);
                part(pipeline, 800, Duration.ofSeconds(options.warmUp().toSeconds() / 2));
                var full = part(pipeline, 2_000, options.measured());
                report.atLeast(
                        NAME,
                        "webhooks/s acknowledged at an offered 2,000/s, " + variant,
                        full.webhooksPerSecond(),
                        "/s",
                        1_990);
                report.atLeast(NAME, "replies/s meanwhile, " + variant, full.repliesPerSecond(), "/s", 1_950);
                report.atMost(
                        NAME,
                        "seconds until the last reply and row after it, " + variant,
                        full.drain().toMillis() / 1e3,
                        "s",
                        3);
                report.plain(
                        NAME,
                        "webhook to reply at 2,000/s, p50, " + variant,
                        full.reply().getValueAtPercentile(50) / 1e3,
                        "ms");
                report.plain(
                        NAME,
                        "webhook to reply at 2,000/s, p99, " + variant,
                        full.reply().getValueAtPercentile(99) / 1e3,
                        "ms");
                report.plain(
                        NAME, "CPU of the whole process per message, " + variant, full.cpuMicrosPerMessage(), "us");
            }
        }
    }

    /** @param repliesPerSecond accepted by the fake while the load ran: what falls behind it is lag */
    private record Part(
            double webhooksPerSecond,
            double repliesPerSecond,
            Duration drain,
            Histogram reply,
            double cpuMicrosPerMessage) {}

    private Part part(Pipeline pipeline, int rate, Duration length) throws IOException, InterruptedException {
        var messages = rate * length.toSeconds();
        var clients = messages / LINES.size();
        var first = firstClient;
        firstClient += clients;
        var leadsBefore = leads(pipeline);
        var acceptedBefore = accepted(pipeline);
        var cpuBefore = pipeline.figures().cpu();
        var load = new Load(pipeline.ingress("/webhooks/whatsapp"), CONNECTIONS)
                .atRate(
                        rate,
                        length,
                        (webhooks, number) -> webhooks.message(
                                first + number % clients, LINES.get((int) (number / clients) % LINES.size())));
        var ended = System.nanoTime();
        var acceptedAtEnd = accepted(pipeline) - acceptedBefore;
        var served = awaitServed(pipeline, acceptedBefore + messages, leadsBefore + clients);
        var drain = Duration.ofNanos(Math.max(0, served - ended));
        var cpu = pipeline.figures().cpu().minus(cpuBefore);
        return new Part(
                load.perSecond(),
                acceptedAtEnd / (double) length.toSeconds(),
                drain,
                replyTimes(pipeline, acceptedBefore, first, clients, rate, load.beginEpochMicros()),
                cpu.toNanos() / 1e3 / messages);
    }

    /**
     * Until every message has its reply and every client is a lead in the projection, or nothing has moved for a while:
     * a line that was sent before the question reached its client belongs to the answer before, and gets no reply.
     *
     * @return when it was served, by {@link System#nanoTime}
     */
    private static long awaitServed(Pipeline pipeline, long replies, long leads)
            throws IOException, InterruptedException {
        var served = System.nanoTime();
        var lastReplies = -1L;
        var lastLeads = -1L;
        while (lastReplies < replies || lastLeads < leads) {
            var now = System.nanoTime();
            var nowReplies = accepted(pipeline);
            var nowLeads = leads(pipeline);
            if (nowReplies != lastReplies || nowLeads != lastLeads) {
                served = now;
            } else if (now - served > STILL.toNanos()) {
                break;
            }
            lastReplies = nowReplies;
            lastLeads = nowLeads;
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return served;
    }

    /** From when each webhook was due to when the fake accepted its reply: the n-th of a client answers its n-th line. */
    private static Histogram replyTimes(
            Pipeline pipeline, long acceptedBefore, long first, long clients, int rate, long beginMicros)
            throws IOException, InterruptedException {
        var times = new Histogram(Duration.ofMinutes(5).toNanos() / 1_000, 3);
        var rounds = new HashMap<String, Integer>();
        for (var line : pipeline.get(pipeline.simulator("/sim/whatsapp/accepted?from=" + acceptedBefore))
                .lines()
                .toList()) {
            var fields = line.split(",", -1);
            var client = Webhooks.index(fields[1]) - first;
            if (client >= 0 && client < clients) {
                var round = rounds.merge(fields[1], 1, Integer::sum) - 1;
                var due = beginMicros + Math.round((round * clients + client) * 1e6 / rate);
                times.recordValue(Math.max(0, Long.parseLong(fields[2]) - due));
            }
        }
        return times;
    }

    private static long accepted(Pipeline pipeline) throws IOException, InterruptedException {
        return Json.MAPPER
                .readTree(pipeline.get(pipeline.simulator("/sim/whatsapp/stats")))
                .get("accepted")
                .asLong();
    }

    private static long leads(Pipeline pipeline) throws IOException, InterruptedException {
        return Json.MAPPER
                .readTree(pipeline.get(pipeline.admin("/api/funnel?days=1")))
                .at("/counts/newLeads")
                .asLong();
    }
}

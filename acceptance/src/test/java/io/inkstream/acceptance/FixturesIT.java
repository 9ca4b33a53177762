package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every recorded webhook, however odd, posted signed: it is answered, and the pipeline goes on for everybody else. */
class FixturesIT {
    private static final Path FIXTURES = Path.of("../ingress-service/src/test/resources/fixtures/whatsapp");
    private static final int NEW_CLIENTS = 12;

    private final RunningPipeline pipeline = SharedPipeline.get();

    @Test
    void webhooks_whenEveryFixtureIsPosted_areAcceptedAndStopNobody() throws IOException {
        try (var files = Files.list(FIXTURES)) {
            var webhooks = files.filter(file -> file.toString().endsWith(".json")
                            && !file.toString().contains("vectors"))
                    .sorted()
                    .toList();
            assertThat(webhooks).hasSizeGreaterThan(80);
            for (var webhook : webhooks) {
                var body = Files.readAllBytes(webhook);
                assertThat(Http.postSigned(pipeline.ingress("/webhooks/whatsapp"), body, Signed.header(body))
                                .status())
                        .as("%s", webhook.getFileName())
                        .isEqualTo(200);
            }
        }

        // New clients spread over all partitions: each is answered, so no partition stands still.
        var tag = ThreadLocalRandom.current().nextInt(100_000);
        var phones = IntStream.range(0, NEW_CLIENTS)
                .mapToObj(index -> String.format("4477%05d%03d", tag, index))
                .toList();
        for (var phone : phones) {
            var body = Signed.textWebhook(
                    phone, "wamid." + UUID.randomUUID(), "hi", Instant.now().getEpochSecond());
            assertThat(Http.postSigned(pipeline.ingress("/webhooks/whatsapp"), body, Signed.header(body))
                            .status())
                    .isEqualTo(200);
        }
        phones.forEach(phone -> await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Http.get(pipeline.simulator("/sim/whatsapp/sent?to=" + phone))
                                .body())
                        .hasSize(1)));
    }

    @Test
    void webhook_whenTheSignatureIsMissingOrWrong_isRefused() {
        var body = Signed.textWebhook("447700900999", "wamid." + UUID.randomUUID(), "hi", 1_790_000_000);

        assertThat(Http.postSigned(pipeline.ingress("/webhooks/whatsapp"), body, null)
                        .status())
                .isEqualTo(401);
        assertThat(Http.postSigned(pipeline.ingress("/webhooks/whatsapp"), body, "sha256=" + "0".repeat(64))
                        .status())
                .isEqualTo(401);
    }
}

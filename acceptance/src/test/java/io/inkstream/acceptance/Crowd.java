package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Many clients who write their first message again and again until it is accepted, as Meta retries. Afterwards every one who was
 * answered 200 must be a lead exactly once, with one reply.
 */
final class Crowd {
    private static final Duration SETTLE = Duration.ofMinutes(3);

    /** Together the writers stay below the 80 messages a second that WhatsApp takes from one number. */
    private static final Duration BETWEEN_PEOPLE = Duration.ofMillis(400);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final RunningPipeline pipeline;
    private final String tag = String.format("%05d", ThreadLocalRandom.current().nextInt(100_000));
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentHashMap<String, String> acceptedByPhone = new ConcurrentHashMap<>();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicInteger otherAnswers = new AtomicInteger();
    private final List<Thread> writers = new ArrayList<>();

    /** Starts {@code count} people at a time, each a new phone number after the last was accepted. */
    Crowd(RunningPipeline pipeline, int count) {
        this.pipeline = pipeline;
        for (var index = 0; index < count; index++) {
            writers.add(Thread.ofVirtual().start(this::write));
        }
    }

    int accepted() {
        return acceptedByPhone.size();
    }

    private void write() {
        while (writing.get()) {
            var phone = "4478" + tag + String.format("%05d", next.incrementAndGet());
            var wamid = "wamid." + UUID.randomUUID();
            var body = Signed.textWebhook(phone, wamid, "hi", Instant.now().getEpochSecond());
            // A person is finished when the webhook was answered 200; until then Meta would send it again.
            while (!delivered(body)) {
                if (!writing.get()) {
                    return; // never accepted: nothing was promised
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            acceptedByPhone.put(phone, wamid);
            LockSupport.parkNanos(BETWEEN_PEOPLE.toNanos());
        }
    }

    private boolean delivered(byte[] body) {
        try {
            var status = Http.postSigned(pipeline.ingress("/webhooks/whatsapp"), body, Signed.header(body))
                    .status();
            if (status == 503) {
                refused.incrementAndGet();
            } else if (status != 200) {
                otherAnswers.incrementAndGet();
            }
            return status == 200;
        } catch (java.io.UncheckedIOException e) {
            return false; // the process is being killed: no answer, so nothing was promised
        }
    }

    /** Stops writing; afterwards {@link #accepted()} no longer grows. */
    void finish() throws InterruptedException {
        writing.set(false);
        for (var writer : writers) {
            writer.join();
        }
    }

    /** Everyone who was answered 200 is a lead exactly once, and heard exactly one {@code welcome}. */
    void assertEveryoneServedOnce() {
        acceptedByPhone.keySet().forEach(phone -> {
            await().pollDelay(Duration.ZERO)
                    .atMost(SETTLE)
                    .untilAsserted(() -> assertThat(leads(phone)).hasSize(1));
            await().pollDelay(Duration.ZERO)
                    .atMost(SETTLE)
                    .untilAsserted(() -> assertThat(sent(phone)).hasSize(1));
        });
        // Asked again at the end: nobody heard anything twice meanwhile.
        assertThat(acceptedByPhone.keySet())
                .allSatisfy(phone -> assertThat(sent(phone)).hasSize(1));
    }

    private List<JsonNode> leads(String phone) {
        return Http.get(pipeline.admin("/api/leads?phone=" + phone))
                .ok()
                .body()
                .get("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> sent(String phone) {
        return Http.get(pipeline.simulator("/sim/whatsapp/sent?to=" + phone))
                .ok()
                .body()
                .valueStream()
                .toList();
    }
}

package io.inkstream.outbound.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.outbound.stub.Commands;
import io.inkstream.outbound.stub.RunningSender;
import io.inkstream.outbound.stub.RunningSender.Settings;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** One conversation whose messages are always refused takes nobody else's time. */
class PoisonIT {
    private static final int PEOPLE = Integer.getInteger("proof.people", 300);
    private static final int POISONED_MESSAGES = 50;
    /** Below it a percentile says more about the machine than about the sender. */
    private static final long NOISE_NANOS = 200_000_000;

    @Test
    void poisonedConversation_doesNotMoveTheOthersP99() {
        var acceptedAt = new ConcurrentHashMap<String, Long>();
        try (var whatsApp = StubWhatsApp.start()) {
            whatsApp.onAccepted(message -> acceptedAt.put(message.request().to(), System.nanoTime()));
            try (var _ = RunningSender.start(Settings.fresh(whatsApp, Scale.IMPATIENT))) {
                p99(acceptedAt); // nothing is warm yet
                var before = p99(acceptedAt);
                var poisoned = Commands.newConversation();
                whatsApp.answers(request -> request.to().equals(poisoned.address())
                        ? Answer.Refuse.code(400, 131016)
                        : new Answer.Accept());
                for (var i = 0; i < POISONED_MESSAGES; i++) {
                    RunningSender.publish(poisoned, poisoned.text("never").command());
                }

                var after = p99(acceptedAt);

                var ratio = (double) Math.max(after, NOISE_NANOS) / Math.max(before, NOISE_NANOS);
                LoggerFactory.getLogger(PoisonIT.class)
                        .info("p99 of the others: {} us, with a poisoned one {} us", before / 1_000, after / 1_000);
                assertThat(whatsApp.requests(poisoned.address())).isNotEmpty();
                assertThat(ratio).isLessThan(3);
            }
        }
    }

    /** From the record to the request, of people who get one message each. */
    private static long p99(Map<String, Long> acceptedAt) {
        var publishedAt = new ConcurrentHashMap<String, Long>();
        IntStream.range(0, PEOPLE).forEach(_ -> {
            var someone = Commands.newConversation();
            publishedAt.put(someone.address(), System.nanoTime());
            RunningSender.publish(someone, someone.text("hello").command());
        });
        await().atMost(Scale.LONG).until(() -> acceptedAt.keySet().containsAll(publishedAt.keySet()));
        var times = publishedAt.entrySet().stream()
                .mapToLong(entry -> acceptedAt.getOrDefault(entry.getKey(), 0L) - entry.getValue())
                .sorted()
                .toArray();
        return times[times.length * 99 / 100];
    }
}

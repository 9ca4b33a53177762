package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kafka, here a process of its own, goes away under load: webhooks are refused, and what was accepted is served once. */
class BrokerOutageIT {
    private static final int WRITERS = 4;

    @Test
    void webhooks_whenTheBrokerIsGone_areRefusedAndServedLaterOnce() throws Exception {
        try (var broker = BrokerProcess.start(SharedPipeline.folder("broker"));
                var pipeline = RunningPipeline.startFresh(
                        SharedPipeline.folder("outage"), Map.of("INKSTREAM_KAFKA_BOOTSTRAP", broker.bootstrap()))) {
            var crowd = new Crowd(pipeline, WRITERS);
            await().atMost(Duration.ofMinutes(1)).until(() -> crowd.accepted() > 50);

            broker.stop();
            await("webhooks are refused with 503").atMost(Duration.ofMinutes(1)).until(() -> crowd.refused.get() > 0);
            var before = crowd.accepted();
            broker.restart();
            await("webhooks are accepted again")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> crowd.accepted() > before + 50);
            crowd.finish();

            assertThat(crowd.otherAnswers).hasValue(0);
            crowd.assertEveryoneServedOnce();
        }
    }
}

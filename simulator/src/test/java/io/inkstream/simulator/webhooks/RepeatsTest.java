package io.inkstream.simulator.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.simulator.Studio.Received;
import io.inkstream.simulator.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatsTest {
    /** What {@link World} sets as the first pause. */
    private static final Duration FIRST = Duration.ofMillis(50);

    private World world;

    @BeforeEach
    void start() {
        world = World.start();
    }

    @AfterEach
    void stop() {
        world.close();
        world.studio().close();
    }

    @ParameterizedTest
    @CsvSource({"/sim/whatsapp/raw,/webhooks/whatsapp", "/sim/stripe/raw,/webhooks/stripe"})
    void webhook_whenRefused_isRepeatedWithPausesThatDouble_andThenNoMore(String order, String webhook) {
        world.studio().answers(503, 500, 429, 503);

        world.post(order, "{}");

        await().until(() -> world.studio().received(webhook).size() >= 5);
        var posts = world.studio().received(webhook);
        assertThat(posts).extracting(Received::body).containsOnly("{}");
        for (int repeat = 1; repeat < 5; repeat++) {
            assertThat(pause(posts, repeat)).isGreaterThanOrEqualTo(FIRST.multipliedBy(1L << (repeat - 1)));
        }
        await().during(FIRST.multipliedBy(20))
                .atMost(Duration.ofSeconds(5))
                .until(() -> world.studio().received(webhook).size() == 5);
    }

    private static Duration pause(List<Received> posts, int repeat) {
        return Duration.ofNanos(
                posts.get(repeat).nanos() - posts.get(repeat - 1).nanos());
    }
}

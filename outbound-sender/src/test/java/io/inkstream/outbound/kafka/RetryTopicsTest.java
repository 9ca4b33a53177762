package io.inkstream.outbound.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTopicsTest {

    @Test
    void wait_goesToTheShortestTopicThatIsNotTooEarly() {
        assertThat(RetryTopics.holding(Duration.ofSeconds(1))).isEqualTo(RetryTopics.FIVE_SECONDS);
        assertThat(RetryTopics.holding(Duration.ofSeconds(5))).isEqualTo(RetryTopics.FIVE_SECONDS);
        assertThat(RetryTopics.holding(Duration.ofMillis(5_001))).isEqualTo(RetryTopics.THIRTY_SECONDS);
        assertThat(RetryTopics.holding(Duration.ofMinutes(4))).isEqualTo(RetryTopics.FIVE_MINUTES);
        assertThat(RetryTopics.holding(Duration.ofHours(2))).isEqualTo(RetryTopics.THIRTY_MINUTES);
    }
}

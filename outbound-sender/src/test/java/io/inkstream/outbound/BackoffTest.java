package io.inkstream.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.Reaction.Spacing;
import io.inkstream.testkit.Property;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final double EVEN = 0.5;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({
        "STEADY, 0, PT1S",
        "STEADY, 1, PT2S",
        "STEADY, 5, PT32S",
        "STEADY, 50, PT5M",
        "NUMBER, 0, PT1S",
        "PAIR, 0, PT1S",
        "PAIR, 1, PT4S",
        "PAIR, 3, PT64S",
        "PAIR, 9, PT5M",
        "SLOW, 0, PT1M",
        "SLOW, 1, PT2M",
    })
    void delay_growsWithFailures(Spacing spacing, int failures, Duration expected) {
        assertThat(backoff.delay(spacing, failures, null, EVEN)).isEqualTo(expected);
    }

    @Test
    void retryAfter_isBelievedUpToALimit() {
        assertThat(backoff.delay(Spacing.STEADY, 0, Duration.ofSeconds(30), EVEN))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(backoff.delay(Spacing.STEADY, 6, Duration.ofSeconds(30), EVEN))
                .isEqualTo(Duration.ofSeconds(64));
        assertThat(backoff.delay(Spacing.STEADY, 0, Duration.ofDays(3), EVEN)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void jitter_staysWithinAFifth() {
        Property.forAll(
                random -> random.nextDouble(),
                chance -> assertThat(backoff.delay(Spacing.STEADY, 4, null, chance))
                        .isBetween(Duration.ofMillis(12_800), Duration.ofMillis(19_200)));
    }
}

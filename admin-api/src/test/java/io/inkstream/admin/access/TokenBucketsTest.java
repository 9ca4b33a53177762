package io.inkstream.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private final AtomicLong now = new AtomicLong();
    private final TokenBuckets buckets = new TokenBuckets(10, 3, 2, now::get);

    @Test
    void burst_isLetThrough_thenTheSteadyRate() {
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(Duration.ofMillis(100));

        now.addAndGet(Duration.ofMillis(100).toNanos());

        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void clients_haveTheirOwnBuckets_theLongestSilentIsForgotten() {
        for (int i = 0; i < 3; i++) {
            buckets.take("a");
        }
        assertThat(buckets.take("a")).isPositive();
        assertThat(buckets.take("b")).isZero();

        buckets.take("c"); // a third client: a is forgotten

        assertThat(buckets.take("a")).isZero();
    }

    @Test
    void tokenGivenBack_canBeTakenAgain_butNeverMoreThanTheBurst() {
        for (int i = 0; i < 10; i++) {
            assertThat(buckets.take("a")).isZero();
            buckets.giveBack("a");
        }
        buckets.giveBack("a");

        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isPositive();
    }
}

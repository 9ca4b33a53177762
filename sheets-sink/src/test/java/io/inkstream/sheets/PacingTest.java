package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.testkit.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(64));

    @ParameterizedTest
    @CsvSource({"1,1,2", "2,2,3", "3,4,5", "6,32,33", "7,64,64", "20,64,64", "100000,64,64"})
    void wait_doublesWithJitterUpToTheMaximum(int failures, long atLeastSeconds, long atMostSeconds) {
        for (var seed = 0; seed < 50; seed++) {
            assertThat(BACKOFF.wait(failures, Optional.empty(), new Random(seed)))
                    .isBetween(Duration.ofSeconds(atLeastSeconds), Duration.ofSeconds(atMostSeconds));
        }
    }

    @Test
    void wait_whenTheServerAsksForMore_isThatLong() {
        assertThat(BACKOFF.wait(1, Optional.of(Duration.ofSeconds(90)), new Random(1)))
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(BACKOFF.wait(7, Optional.of(Duration.ofSeconds(9)), new Random(1)))
                .isEqualTo(Duration.ofSeconds(64));
        assertThat(BACKOFF.wait(7, Optional.of(Duration.ofDays(9)), new Random(1)))
                .isEqualTo(Duration.ofSeconds(64));
    }

    @Test
    void take_letsABurstThroughAndThenWaitsForTheOldestToLeaveTheMinute() {
        var window = new WriteWindow(2, Duration.ofSeconds(60));

        assertThat(window.take(seconds(0))).isZero();
        assertThat(window.take(seconds(10))).isZero();
        assertThat(window.take(seconds(15))).isEqualTo(Duration.ofSeconds(45));
        assertThat(window.take(seconds(60))).isZero();
        assertThat(window.take(seconds(61))).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void take_neverLetsMoreThroughInAnyMinute() {
        Property.forAll(100, random -> random.longs(400, 0, 3_000_000_000L).toArray(), pauses -> {
            var window = new WriteWindow(60, Duration.ofSeconds(60));
            var taken = new ArrayList<Long>();
            var now = Long.MAX_VALUE - seconds(100); // nanoTime may overflow
            for (var pause : pauses) {
                now += pause;
                var wait = window.take(now);
                if (wait.isPositive()) {
                    now += wait.toNanos();
                    assertThat(window.take(now)).isZero();
                }
                taken.add(now);
            }
            for (var i = 60; i < taken.size(); i++) {
                assertThat(taken.get(i) - taken.get(i - 60)).isGreaterThanOrEqualTo(seconds(60));
            }
        });
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}

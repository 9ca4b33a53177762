package io.inkstream.conversation.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final ThreadReplacement replacement = new ThreadReplacement(() -> now);

    @Test
    void faultThatKeepsComingBack_stopsTheClient() {
        for (var i = 0; i < ThreadReplacement.REPLACEMENTS_MAX; i++) {
            assertThat(replacement.handle(new IllegalStateException("again"))).isEqualTo(REPLACE_THREAD);
        }

        assertThat(replacement.handle(new IllegalStateException("again"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void faultsFarApart_areForgiven() {
        for (var i = 0; i < 20; i++) {
            now = now.plus(Duration.ofMinutes(3));
            assertThat(replacement.handle(new IllegalStateException("now and then")))
                    .isEqualTo(REPLACE_THREAD);
        }
    }
}

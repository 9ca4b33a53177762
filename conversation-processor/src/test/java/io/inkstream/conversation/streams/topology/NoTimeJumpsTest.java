package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class NoTimeJumpsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final long HOUR = NoTimeJumps.AHEAD_MAX.toMillis();

    private final NoTimeJumps times = new NoTimeJumps(() -> NOW, new SimpleMeterRegistry());

    @Test
    void recordFromTheFarFuture_movesStreamTimeByAnHourAtMost() {
        var year3000 = Instant.parse("3000-01-01T00:00:00Z").toEpochMilli();

        assertThat(times.extract(at(year3000), -1)).isEqualTo(NOW.toEpochMilli() + HOUR);
        assertThat(times.extract(at(year3000), NOW.toEpochMilli() + HOUR)).isEqualTo(NOW.toEpochMilli() + 2 * HOUR);
    }

    @Test
    void recordAfterAQuietMonth_keepsItsTime() {
        var monthAgo = NOW.minusSeconds(30L * 24 * 3600).toEpochMilli();

        assertThat(times.extract(at(NOW.toEpochMilli()), monthAgo)).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void recordWithoutATime_isNoReasonToStop() {
        assertThat(times.extract(at(-1), -1)).isZero();
    }

    private static ConsumerRecord<Object, Object> at(long timestamp) {
        return new ConsumerRecord<>(
                "wa.inbound.v1",
                0,
                0,
                timestamp,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
    }
}

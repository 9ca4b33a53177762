package io.inkstream.conversation.streams.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Stream time follows the broker's append time, but never runs more than an hour ahead of both the partition and the real
 * clock: one far-future timestamp would otherwise expire every remembered input at once. (A clamp to the partition's own
 * time alone would leave stream time weeks behind after a quiet spell, and let the changelog's retention delete what the
 * store still needs.)
 */
final class NoTimeJumps implements TimestampExtractor {
    static final Duration AHEAD_MAX = Duration.ofHours(1);

    private final InstantSource realClock;
    private final Counter clamped;

    NoTimeJumps(InstantSource realClock, MeterRegistry metrics) {
        this.realClock = realClock;
        this.clamped = Counter.builder("inkstream.processor.timestamps.clamped")
                .description("Records with a time in the future")
                .register(metrics);
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        var latest = Math.max(partitionTime, realClock.millis()) + AHEAD_MAX.toMillis();
        if (record.timestamp() > latest) {
            clamped.increment();
            return latest;
        }
        return Math.max(0, record.timestamp());
    }
}

package io.inkstream.ingress.publish;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How records reach the broker.
 *
 * @param acknowledgeWithin how long a webhook waits for the broker before it is answered 503; the provider retries
 * @param pendingRecordsMax records that may wait for the broker at once; more are refused with 503
 * @param linger how long the producer gathers records: under load one batch for many webhooks beats none
 * @param compression of a batch: none, lz4, zstd, snappy, gzip
 * @param batchBytes of one partition's batch
 * @param bufferBytes of all batches
 * @param retryAfter what a refused provider is told
 */
@ConfigurationProperties("inkstream.ingress.publish")
public record PublishProperties(
        @DefaultValue("4s") Duration acknowledgeWithin,
        @DefaultValue("20000") int pendingRecordsMax,
        @DefaultValue("1ms") Duration linger,
        @DefaultValue("lz4") String compression,
        @DefaultValue("131072") int batchBytes,
        @DefaultValue("67108864") long bufferBytes,
        @DefaultValue("5s") Duration retryAfter) {}

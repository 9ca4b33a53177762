package io.inkstream.admin.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the projector runs.
 *
 * @param threads consumers of this instance; more than one helps when partitions are many and cores free
 * @param batchRecordsMax records per poll; bigger batches collapse more ledger changes into one write
 * @param pollTimeout how long a quiet projector waits before it looks around
 * @param databaseRetry first pause when the database is away; doubled up to {@code databaseRetryMax}
 */
@ConfigurationProperties("inkstream.admin.projector")
public record ProjectorProperties(
        @DefaultValue("1") int threads,
        @DefaultValue("2000") int batchRecordsMax,
        @DefaultValue("500ms") Duration pollTimeout,
        @DefaultValue("500ms") Duration databaseRetry,
        @DefaultValue("5s") Duration databaseRetryMax) {}

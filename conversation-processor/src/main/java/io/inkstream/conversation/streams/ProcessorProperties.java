package io.inkstream.conversation.streams;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the processor runs on this machine; the README lists the settings.
 *
 * @param applicationId Kafka Streams' application id: consumer group, and prefix of the changelogs
 * @param instanceId a name that survives a restart of this instance, such as the host's; its partitions then wait for it
 *     instead of moving. Absent: partitions move as soon as it is gone
 * @param stateDir where the stores live; one folder per instance, never shared
 * @param replicationFactor of the changelogs; -1 takes the brokers' default
 * @param groupProtocol {@code classic}, or {@code streams} (KIP-1071)
 * @param commitInterval between commits of inputs that have just arrived: outputs are visible after the commit
 * @param backlogCommitInterval between commits while inputs wait on their topics, which are then worked off in larger parts
 * @param recentConversations kept deserialised per task
 * @param storeMemory block cache and write buffers of all stores together
 * @param firesTimers false for a shadow run
 * @param startPatience how long the topics may be missing or Kafka unreachable before the start fails
 * @param settingsPatience how long a studio's first input waits for the studio's settings
 */
@Validated
@ConfigurationProperties("inkstream.processor")
record ProcessorProperties(
        @DefaultValue("inkstream-processor") @NotBlank String applicationId,
        @Nullable String instanceId,
        @DefaultValue(".inkstream/streams") @NotNull Path stateDir,
        @DefaultValue("2") @Min(1) @Max(64) int threads,
        @DefaultValue("-1") int replicationFactor,
        @DefaultValue("classic") @NotBlank String groupProtocol,
        @DefaultValue("20ms") @NotNull Duration commitInterval,
        @DefaultValue("200ms") @NotNull Duration backlogCommitInterval,
        @DefaultValue("1000") @Min(0) int recentConversations,
        @DefaultValue("32MB") @NotNull DataSize storeMemory,
        @DefaultValue("true") boolean firesTimers,
        @DefaultValue("60s") @NotNull Duration startPatience,
        @DefaultValue("5s") @NotNull Duration settingsPatience,
        @DefaultValue("30s") @NotNull Duration closePatience) {

    ProcessorProperties {
        instanceId = instanceId == null || instanceId.isBlank() ? null : instanceId;
    }
}

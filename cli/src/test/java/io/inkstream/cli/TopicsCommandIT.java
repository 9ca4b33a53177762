package io.inkstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.local.EmbeddedBroker;
import io.inkstream.local.FreePorts;
import io.inkstream.schemas.topics.Topic.PartitionGroup;
import io.inkstream.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandIT {
    /** The controller answers before the broker shows the change. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init") // filled in by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // filled in before each test
    private EmbeddedBroker broker;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(folder, FreePorts.next(), FreePorts.next());
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void create_makesTheWholeCatalogueOnceAndCheckAgrees() throws Exception {
        var before = run("check");
        var first = run("create", "--partitions", "6", "--replication", "1", "--min-insync", "1");
        var again = run("create", "--partitions", "8", "--replication", "1", "--min-insync", "1");
        var after = await().atMost(PATIENCE).until(() -> run("check"), run -> run.exitCode() == 0);

        assertThat(before.exitCode()).isEqualTo(1);
        assertThat(before.out()).hasSize(Topics.ALL.size()).allMatch(line -> line.contains("does not exist"));
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).contains(Topics.ALL.size() + " topics created");
        assertThat(again.out()).containsExactly("all topics were there");
        assertThat(after.out()).containsExactly("all topics are as the catalogue says");
        assertThat(partitions(PartitionGroup.CONVERSATION)).containsOnly(6);
        assertThat(partitions(PartitionGroup.SINGLE)).containsOnly(1);
    }

    @Test
    void check_whenATopicWouldLoseRecords_namesItAndExitsWithOne() throws Exception {
        run("create", "--partitions", "2", "--replication", "1", "--min-insync", "1");
        var compacted = Topics.ALL.stream()
                .filter(topic -> topic.retention() == null)
                .findFirst()
                .orElseThrow();
        try (var admin = connect()) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, compacted.name()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }

        var check = await().atMost(PATIENCE).until(() -> run("check"), run -> run.exitCode() != 0);

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .containsExactly("topic " + compacted.name() + " has cleanup.policy=delete, it needs compact");
    }

    @Test
    void create_whenMoreReplicasThanBrokers_exitsWithOneAndSaysWhy() {
        var run = run("create", "--replication", "3");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("inkstream: Kafka refused").contains("replication factor");
    }

    private CommandRun run(String command, String... options) {
        var start = List.of("topics", command, "--bootstrap", broker.bootstrapServers());
        return CommandRun.of(Stream.concat(start.stream(), Stream.of(options)).toArray(String[]::new));
    }

    private List<Integer> partitions(PartitionGroup group) throws Exception {
        var names = Topics.ALL.stream()
                .filter(topic -> topic.group() == group)
                .map(topic -> topic.name())
                .toList();
        try (var admin = connect()) {
            var found = admin.describeTopics(names).allTopicNames().get();
            return names.stream()
                    .map(name ->
                            Objects.requireNonNull(found.get(name)).partitions().size())
                    .toList();
        }
    }

    private Admin connect() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
    }
}

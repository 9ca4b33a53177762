package io.inkstream.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.local.EmbeddedBroker;
import io.inkstream.local.FreePorts;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.TopicCreation;
import io.inkstream.schemas.topics.TopicCreation.Layout;
import io.inkstream.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCreationIT {

    @Test
    void topics_whenCreated_haveTheSettingsOfTheCatalogue() throws Exception {
        try (var admin = admin(TestKafka.bootstrapServers())) {
            for (var topic : Topics.ALL) {
                var settings = settings(admin, topic);
                var retention = topic.retention();

                assertThat(value(settings, TopicConfig.CLEANUP_POLICY_CONFIG))
                        .as(topic.name())
                        .isEqualTo(retention == null ? "compact" : "delete");
                if (retention != null) {
                    assertThat(value(settings, TopicConfig.RETENTION_MS_CONFIG))
                            .as(topic.name())
                            .isEqualTo(String.valueOf(retention.toMillis()));
                }
                assertThat(value(settings, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG))
                        .as(topic.name())
                        .isEqualTo(topic.appendTime() ? "LogAppendTime" : "CreateTime");
                assertThat(value(settings, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG))
                        .isEqualTo("1");
                assertThat(partitions(admin, topic))
                        .as(topic.name())
                        .isEqualTo(Layout.STANDALONE.partitions(topic.group()));
            }
        }
    }

    @Test
    void tombstones_areKeptLongEnoughForAReaderThatWasAway_andErasedDataGoes() throws Exception {
        try (var admin = admin(TestKafka.bootstrapServers())) {
            var settings = settings(admin, Topics.CONTACTS);

            assertThat(value(settings, TopicConfig.DELETE_RETENTION_MS_CONFIG)).isEqualTo("2592000000"); // 30 days
            assertThat(value(settings, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG))
                    .isEqualTo("604800000"); // 7 days
        }
    }

    @Test
    void cluster_whenSomebodyChangedIt_isDescribedInWords(@TempDir Path folder) throws Exception {
        try (var broker = EmbeddedBroker.start(folder, FreePorts.next(), FreePorts.next());
                var admin = admin(broker.bootstrapServers())) {
            assertThat(TopicCreation.problems(admin))
                    .hasSameSizeAs(Topics.ALL)
                    .allMatch(text -> text.contains("does not exist"));

            assertThat(TopicCreation.createMissing(admin, new Layout(3, 2, (short) 1, 1)))
                    .containsExactlyInAnyOrderElementsOf(
                            Topics.ALL.stream().map(Topic::name).toList());
            eventually(() -> assertThat(TopicCreation.problems(admin)).isEmpty());

            admin.deleteTopics(List.of(Topics.LEDGER.name())).all().get();
            admin.createPartitions(Map.of(Topics.OUTBOUND.name(), NewPartitions.increaseTo(5)))
                    .all()
                    .get();
            set(admin, Topics.CONTACTS, TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
            set(admin, Topics.INBOUND, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");

            eventually(() -> assertThat(TopicCreation.problems(admin))
                    .hasSize(4)
                    .anySatisfy(text ->
                            assertThat(text).contains("outbound.ledger.v1 does not exist", "inkstream topics create"))
                    .anySatisfy(text -> assertThat(text)
                            .contains("partition counts of the CONVERSATION topics differ", "5=[wa.outbound.v1]"))
                    .anySatisfy(text ->
                            assertThat(text).contains("contacts.v1 has cleanup.policy=delete, it needs compact"))
                    .anySatisfy(
                            text -> assertThat(text).contains("wa.inbound.v1 has message.timestamp.type=CreateTime")));

            assertThat(TopicCreation.createMissing(admin, Layout.STANDALONE)).containsExactly("outbound.ledger.v1");
        }
    }

    @Test
    void topics_whenSeveralServicesCreateThemAtOnce_areCreatedOnce(@TempDir Path folder) throws Exception {
        try (var broker = EmbeddedBroker.start(folder, FreePorts.next(), FreePorts.next());
                var admin = admin(broker.bootstrapServers());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var creations = IntStream.range(0, 4)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> TopicCreation.createMissing(admin, Layout.STANDALONE), threads))
                    .toList();

            var created = creations.stream()
                    .flatMap(creation -> creation.join().stream())
                    .toList();

            assertThat(created).doesNotHaveDuplicates().hasSameSizeAs(Topics.ALL);
            eventually(() -> assertThat(TopicCreation.problems(admin)).isEmpty());
        }
    }

    @Test
    void creation_whenTheClusterCannotHoldTheReplicas_saysSo(@TempDir Path folder) {
        try (var broker = EmbeddedBroker.start(folder, FreePorts.next(), FreePorts.next());
                var admin = admin(broker.bootstrapServers())) {
            assertThatThrownBy(() -> TopicCreation.createMissing(admin, new Layout(4, 2, (short) 3, 2)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("replication");
        }
    }

    /** A broker learns of changes a moment after the controller has confirmed them. */
    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    private static Config settings(Admin admin, Topic<?> topic) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .iterator()
                .next();
    }

    private static String value(Config settings, String name) {
        return settings.get(name).value();
    }

    private static int partitions(Admin admin, Topic<?> topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
    }

    private static void set(Admin admin, Topic<?> topic, String name, String value)
            throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        var change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }
}

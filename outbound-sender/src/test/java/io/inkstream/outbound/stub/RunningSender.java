package io.inkstream.outbound.stub;

import io.inkstream.outbound.OutboundSenderApplication;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.inbound.MessageStatus;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.outbound.SendReceipt;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres;
import io.inkstream.testkit.TestPostgres.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The sender as it runs in production, against a real broker and a real database, with a stub for WhatsApp. */
public final class RunningSender implements AutoCloseable {
    public static final Duration SOON = Duration.ofSeconds(20);

    private final Settings settings;
    private final ConfigurableApplicationContext context;

    /** What instances of one sender share, and survives a restart. */
    public record Settings(
            StubWhatsApp whatsApp, Database database, String bootstrap, String group, Map<String, String> more) {

        /** An own database and consumer group; records from before are none of its business. */
        public static Settings fresh(StubWhatsApp whatsApp, Map<String, String> more) {
            var group = "sender-" + UUID.randomUUID();
            skipWhatIsThere(group);
            return new Settings(whatsApp, TestPostgres.freshDatabase(), TestKafka.bootstrapServers(), group, more);
        }

        /** As the sender's command line says it. */
        public String[] arguments() {
            var properties = new HashMap<>(Map.of(
                    "spring.kafka.bootstrap-servers",
                    bootstrap,
                    "spring.kafka.consumer.group-id",
                    group,
                    "spring.datasource.url",
                    database.jdbcUrl(),
                    "spring.datasource.username",
                    database.user(),
                    "spring.datasource.password",
                    database.password(),
                    "server.port",
                    "0",
                    "inkstream.sender.whatsapp.base-url",
                    whatsApp.baseUrl().toString(),
                    "inkstream.sender.whatsapp.access-token",
                    "test-token",
                    "inkstream.sender.links.key",
                    "test-link-key",
                    "inkstream.sender.links.base-url",
                    "https://desk.example.invalid"));
            properties.put("logging.structured.format.console", "");
            properties.putAll(more);
            return properties.entrySet().stream()
                    .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                    .toArray(String[]::new);
        }
    }

    private RunningSender(Settings settings, ConfigurableApplicationContext context) {
        this.settings = settings;
        this.context = context;
    }

    public static RunningSender start(Settings settings) {
        var context = OutboundSenderApplication.application().run(settings.arguments());
        var health = context.getBean("senderHealthIndicator", HealthIndicator.class);
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        Status.UP.equals(Objects.requireNonNull(health.health()).getStatus()));
        return new RunningSender(settings, context);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    /** Puts a command on its topic. */
    public static void publish(Commands conversation, OutboundCommand command) {
        TestKafka.send(Topics.OUTBOUND, conversation.key(), command);
    }

    /** A status webhook's record, as ingress writes it. */
    public static void publishStatus(String wamid, String status, @Nullable String callback, @Nullable Integer error) {
        var record = new MessageStatus(
                wamid + ":" + status,
                Instant.now(),
                "studio",
                "106540352242922",
                wamid,
                status,
                Instant.now(),
                callback,
                error,
                null,
                null,
                null,
                "{}");
        TestKafka.send(Topics.STATUSES, wamid, record);
    }

    /** Waits for so many receipts of a conversation; fails when there are more. */
    public static List<SendReceipt> receipts(Commands conversation, int count) {
        try (var reader = TestKafka.read(Topics.RECEIPTS)) {
            var found = reader.await(entry -> conversation.key().equals(entry.key()), count, SOON);
            var receipts = new ArrayList<SendReceipt>();
            var ids = new HashSet<String>();
            found.forEach(entry -> {
                if (ids.add(entry.required().id())) {
                    receipts.add(entry.required());
                }
            });
            return receipts;
        }
    }

    /** One value of a command's row in the ledger. */
    public @Nullable String column(String commandId, String column) {
        return value("select " + column + "::text from sender.command where command_id = '" + commandId + "'");
    }

    public @Nullable String value(String query) {
        try (var connection = DriverManager.getConnection(
                        settings.database().jdbcUrl(),
                        settings.database().user(),
                        settings.database().password());
                var rows = connection.createStatement().executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String statement) {
        try (var connection = DriverManager.getConnection(
                settings.database().jdbcUrl(),
                settings.database().user(),
                settings.database().password())) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void awaitColumn(String commandId, String column, String expected) {
        Awaitility.await().atMost(SOON).until(() -> expected.equals(column(commandId, column)));
    }

    /** The id of the conversation's command at this place. */
    public static String commandId(Commands conversation, int laneSeq) {
        return Ids.derived(conversation.key(), "test", laneSeq);
    }

    @Override
    public void close() {
        context.close();
    }

    private static void skipWhatIsThere(String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            var topics = List.of(Topics.OUTBOUND.name(), Topics.STATUSES.name(), Topics.ACCOUNT.name());
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((topic, description) -> description
                            .partitions()
                            .forEach(info ->
                                    ends.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest())));
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            admin.listOffsets(ends)
                    .all()
                    .get()
                    .forEach((partition, info) -> offsets.put(partition, new OffsetAndMetadata(info.offset())));
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

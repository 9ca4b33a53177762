package io.inkstream.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.TopicCreation;
import io.inkstream.schemas.topics.Topics;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestKitIT {

    @Test
    void broker_whenARecordWasSent_givesItBack() {
        var event = new SystemEvent(
                "e1", Instant.EPOCH, SystemEvent.Level.INFO, "test.kit", null, null, null, Map.of("a", "b"));

        TestKafka.send(Topics.SYSTEM_EVENTS, "k", event);

        try (var reader = TestKafka.read(Topics.SYSTEM_EVENTS)) {
            var entry = reader.await(found -> found.key().equals("k"), Duration.ofSeconds(10));
            assertThat(entry.required()).isEqualTo(event);
            assertThat(reader.all("k")).hasSize(1);
        }
    }

    @Test
    void topics_whenCreatedFromTheCatalogue_haveNoProblems() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            assertThat(TopicCreation.problems(admin)).isEmpty();
            assertThat(TopicCreation.createMissing(admin, TopicCreation.Layout.STANDALONE))
                    .isEmpty();
        }
    }

    @Test
    void databases_areApart_andDurable() throws Exception {
        var first = TestPostgres.freshDatabase();
        var second = TestPostgres.freshDatabase();

        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        try (var connection = DriverManager.getConnection(first.jdbcUrl(), first.user(), first.password());
                var fsync = connection.createStatement().executeQuery("show fsync")) {
            assertThat(fsync.next()).isTrue();
            assertThat(fsync.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void property_whenItFails_namesTheSeed() {
        assertThatThrownBy(() -> Property.forAll(
                        random -> random.nextInt(10), value -> assertThat(value).isGreaterThan(10)))
                .hasMessageContaining("-Dproperty.seed=");
    }
}

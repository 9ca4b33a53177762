package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres;
import io.inkstream.testkit.TestPostgres.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The projector waits for its database, says so, and goes on where it was. */
class DatabaseAwayIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void database_whenItComesBack_hasEverythingThatHappenedMeanwhile() throws Exception {
        var real = TestPostgres.freshDatabase();
        try (var cable = new Cable(real.jdbcUrl());
                var admin = RunningAdmin.start(
                        new Database(cable.jdbcUrl(real.jdbcUrl()), real.user(), real.password()),
                        Map.of("spring.datasource.hikari.connection-timeout", "1000"))) {
            var before = new Person();
            say(before);
            await().atMost(LIMIT)
                    .until(() ->
                            admin.api().get("/api/leads/" + before.leadId()).status() == 200);
            await().atMost(LIMIT).until(() -> readiness(admin) == 200);

            cable.cut();
            var meanwhile = new Person();
            say(meanwhile);

            await().atMost(LIMIT).until(() -> readiness(admin) == 503);
            var answer = admin.api().get("/api/leads/" + before.leadId());
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotNull();
            assertThat(admin.management().get("/actuator/health/liveness").status())
                    .isEqualTo(200);

            cable.mend();

            await().atMost(LIMIT)
                    .until(() ->
                            admin.api().get("/api/leads/" + meanwhile.leadId()).status() == 200);
            await().atMost(LIMIT).until(() -> readiness(admin) == 200);
        }
    }

    private static int readiness(RunningAdmin admin) {
        return admin.management().get("/actuator/health/readiness").status();
    }

    private static void say(Person person) {
        TestKafka.send(
                Topics.LEAD_EVENTS,
                person.contactId(),
                person.decision("hi", person.lead(Status.QUALIFYING, 1), List.of(), List.of()));
    }
}

package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The projection is rebuilt from the log beside the live one, and equals it. */
class ReplayIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final RunningAdmin admin = RunningAdmin.start(Map.of());

    @AfterAll
    static void stop() {
        admin.close();
    }

    private final Api api = admin.api();
    private final JdbcTemplate jdbc = admin.bean(JdbcTemplate.class);

    @Test
    void rebuild_equalsTheLiveTables_andTakesOver() {
        var ana = new Person();
        TestKafka.send(Topics.CONTACTS, ana.contactId(), ana.contact());
        say(ana, Status.QUALIFYING, 1);
        say(ana, Status.QUALIFYING, 2);
        TestKafka.send(
                Topics.LEDGER, ana.contactId(), ana.ledger(ana.leadId(), Role.CLIENT, 1, 2, LedgerState.SENT, "w"));
        awaitVersion(ana, 2);
        awaitQuiet();
        var before = api.get("/api/leads/" + ana.leadId()).body();
        var old = liveProjection();

        var replay = replay(false);

        assertThat(replay.path("progress").path("differences").asLong(-1))
                .as(replay.toPrettyString())
                .isZero();
        assertThat(replay.path("progress").path("tables").size()).isEqualTo(12);
        assertThat(liveProjection()).isGreaterThan(old);
        assertThat(api.get("/api/leads/" + ana.leadId()).body()).isEqualTo(before);
        assertThat(jdbc.queryForList("select nspname from pg_namespace where nspname like 'proj_%'", String.class))
                .containsExactly("proj_" + liveProjection());
        say(ana, Status.PENDING_APPROVAL, 3);
        awaitVersion(ana, 3); // it goes on following the log
    }

    @Test
    void rebuild_underLoad_losesNothing() throws Exception {
        var people = new ArrayList<Person>();
        var sending = new AtomicBoolean(true);
        var load = Thread.ofPlatform().start(() -> {
            while (sending.get()) {
                var person = new Person();
                for (int i = 1; i <= 5; i++) {
                    say(person, Status.QUALIFYING, i);
                }
                people.add(person);
            }
        });

        var replay = replay(false);
        sending.set(false);
        load.join(LIMIT);

        assertThat(replay.path("progress").path("differences").asLong(-1))
                .as(replay.toPrettyString())
                .isZero();
        await().atMost(LIMIT).untilAsserted(() -> {
            for (var person : people) {
                assertThat(jdbc.queryForList(
                                "select seq from lead_events where contact_id = ? order by seq",
                                Long.class,
                                person.contactId()))
                        .containsExactly(1L, 2L, 3L, 4L, 5L);
            }
        });
    }

    @Test
    void rebuild_whilePeopleLook_answersThemAll() throws Exception {
        var ana = new Person();
        TestKafka.send(Topics.CONTACTS, ana.contactId(), ana.contact());
        say(ana, Status.QUALIFYING, 1);
        awaitVersion(ana, 1);
        var looking = new AtomicBoolean(true);
        var answers = ConcurrentHashMap.<Integer>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                var _ = threads.submit(() -> {
                    while (looking.get()) {
                        answers.add(api.get("/api/leads?phone=" + ana.phone()).status());
                        answers.add(
                                api.get("/api/outbound?phone=" + ana.phone()).status());
                    }
                });
            }
            try {
                for (int i = 0; i < 5; i++) {
                    replay(false);
                }
            } finally {
                looking.set(false);
            }
        }

        assertThat(answers).containsExactly(200);
    }

    @Test
    void dryRun_reportsWhatDiffers_andKeepsTheLiveTables() {
        var ana = new Person();
        say(ana, Status.QUALIFYING, 1);
        awaitVersion(ana, 1);
        awaitQuiet();
        var old = liveProjection();
        jdbc.update("update leads set name = 'tampered' where lead_id = ?", ana.leadId());
        jdbc.update(
                "insert into account_notices (id, occurred_at, field, raw, part, off) values (?, now(), 'x', 'x', 0, 0)",
                ana.leadId());

        var replay = replay(true);

        assertThat(replay.path("progress").path("differences").asLong()).isGreaterThanOrEqualTo(1);
        var leads = table(replay, "leads");
        assertThat(leads.path("different").asLong()).isEqualTo(1);
        assertThat(leads.path("samples").path(0).asString())
                .contains("different")
                .contains(ana.leadId());
        assertThat(liveProjection()).isEqualTo(old);

        var swapped = replay(false);

        assertThat(table(swapped, "leads").path("different").asLong()).isEqualTo(1);
        assertThat(api.get("/api/leads/" + ana.leadId()).body().path("name").asString())
                .isEqualTo("Ana");
    }

    @Test
    void leadsThatTheLogNoLongerHolds_areCarriedOver() throws Exception {
        var ana = new Person();
        say(ana, Status.QUALIFYING, 1);
        var last = TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision(
                        "second",
                        ana.lead(Status.WAITLISTED, 2),
                        List.of(new LeadEvent.StatusChanged(Status.QUALIFYING, Status.WAITLISTED, null)),
                        List.of()));
        awaitVersion(ana, 2);
        awaitQuiet();
        var before = api.get("/api/leads/" + ana.leadId()).body();
        try (var kafka = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            kafka.deleteRecords(Map.of(
                            new TopicPartition(last.topic(), last.partition()),
                            RecordsToDelete.beforeOffset(last.offset() + 1)))
                    .all()
                    .get();
        }

        var replay = replay(false);

        var progress = replay.path("progress");
        assertThat(progress.path("leadsCarriedOver").asLong()).isGreaterThanOrEqualTo(1);
        assertThat(progress.path("differences").asLong(-1))
                .as(replay.toPrettyString())
                .isZero();
        assertThat(api.get("/api/leads/" + ana.leadId()).body()).isEqualTo(before);
        say(ana, Status.QUALIFYING, 3);
        awaitVersion(ana, 3);
    }

    @Test
    void projectionOfAnotherFormat_isRebuiltAtStart() {
        var ana = new Person();
        say(ana, Status.QUALIFYING, 1);
        var first = RunningAdmin.start(Map.of());
        try {
            await().atMost(LIMIT)
                    .until(() -> first.api().get("/api/leads/" + ana.leadId()).status() == 200);
            first.bean(JdbcTemplate.class).update("update projections set format = 0");
        } finally {
            first.close();
        }

        try (var second = RunningAdmin.start(first.database(), Map.of())) {
            await().atMost(LIMIT)
                    .until(() -> second.management()
                                    .get("/actuator/health/readiness")
                                    .status()
                            == 200);

            assertThat(second.api().get("/api/leads/" + ana.leadId()).status()).isEqualTo(200);
            assertThat(second.bean(JdbcTemplate.class)
                            .queryForList("select number from projections where state = 'LIVE'", Integer.class))
                    .containsExactly(2);
        }
    }

    @Test
    void unknownReplay_answers404() {
        assertThat(api.get("/api/replay/projections/999999").status()).isEqualTo(404);
        assertThat(api.get("/api/replay/projections").status()).isEqualTo(200);
    }

    private JsonNode replay(boolean dryRun) {
        var begun = api.post("/api/replay/projections", Map.of("dryRun", dryRun));
        assertThat(begun.status()).isEqualTo(202);
        var location = String.valueOf(begun.header("Location"));
        await().atMost(LIMIT)
                .until(() -> !api.get(location).body().path("state").asString().equals("RUNNING"));
        var replay = api.get(location).body();
        assertThat(replay.path("state").asString()).as(replay.toPrettyString()).isEqualTo("DONE");
        return replay;
    }

    private static JsonNode table(JsonNode replay, String name) {
        return replay.path("progress")
                .path("tables")
                .valueStream()
                .filter(table -> table.path("table").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int liveProjection() {
        return jdbc.queryForList("select number from projections where state = 'LIVE'", Integer.class)
                .getFirst();
    }

    private static void say(Person person, Status status, long version) {
        TestKafka.send(
                Topics.LEAD_EVENTS,
                person.contactId(),
                person.decision(
                        "message " + version,
                        person.lead(status, version),
                        List.of(new LeadEvent.StatusChanged(Status.NEW, status, null)),
                        List.of()));
    }

    private void awaitVersion(Person person, long version) {
        await().atMost(LIMIT)
                .until(() -> api.get("/api/leads/" + person.leadId())
                                .body()
                                .path("version")
                                .asLong()
                        == version);
    }

    /** The live tables have taken in whatever other tests wrote. */
    private void awaitQuiet() {
        await().atMost(LIMIT)
                .until(() -> admin.management()
                                .get("/actuator/health/readiness")
                                .body()
                                .path("components")
                                .path("projection")
                                .path("details")
                                .path("lag")
                                .asLong(-1)
                        == 0);
    }
}

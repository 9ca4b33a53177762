package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists are paged by cursor, newest first, and filtered on the server. */
class ListsIT {
    private final Api api = RunningAdmin.shared().api();

    @Test
    void longList_isReadPageByPage_withoutGapOrRepeat() {
        var ana = new Person();
        TestKafka.send(Topics.CONTACTS, ana.contactId(), ana.contact());
        var expected = new ArrayList<String>();
        for (int i = 1; i <= 7; i++) {
            var id = ana.contactId() + "-" + i;
            TestKafka.send(Topics.LEDGER, ana.contactId(), ana.ledger(id, Role.CLIENT, i, 1, LedgerState.READY, null));
            expected.addFirst(id);
        }
        await().until(() -> items("/api/outbound?phone=" + ana.phone()).size() == 7);

        var read = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get("/api/outbound?limit=3&phone=" + ana.phone() + "&cursor=" + Api.encoded(cursor));
            page.body()
                    .path("items")
                    .forEach(item -> read.add(item.path("commandId").asString()));
            cursor = page.body().path("nextCursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(read).containsExactlyElementsOf(expected);
    }

    @Test
    void brokenCursorAndFilters_answer400() {
        assertThat(api.get("/api/leads?cursor=nonsense").status()).isEqualTo(400);
        assertThat(api.get("/api/leads?status=NO_SUCH").status()).isEqualTo(400);
        assertThat(api.get("/api/leads?limit=many").status()).isEqualTo(400);
    }

    @Test
    void leads_areFoundByStatusStudioWordsAndPhone() {
        var word = "kraken" + UUID.randomUUID().toString().substring(0, 8);
        var ana = new Person("second");
        TestKafka.send(Topics.CONTACTS, ana.contactId(), ana.contact());
        TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision(
                        "idea",
                        ana.lead(Status.WAITLISTED, 3, Map.of("idea", Answer.ofText("A " + word + " 100%", "x"))),
                        List.of(),
                        List.of()));
        await().until(() ->
                items("/api/leads?q=" + word.toUpperCase(java.util.Locale.ROOT)).size() == 1);
        await().until(() -> items("/api/leads?phone=" + ana.phone()).size() == 1);

        assertThat(items("/api/leads?q=" + word + "&status=WAITLISTED&studio=second"))
                .hasSize(1);
        assertThat(items("/api/leads?q=" + word + "&status=BOOKED")).isEmpty();
        assertThat(items("/api/leads?q=" + word + "&studio=studio")).isEmpty();
        assertThat(items("/api/leads?q=" + Api.encoded(word + " 100%"))).hasSize(1);
        assertThat(items("/api/leads?q=" + Api.encoded(word + "_100%"))).isEmpty();
        assertThat(items("/api/leads?phone=not-a-number")).isEmpty();
        assertThat(items("/api/leads?q=%00")).isEmpty();
        assertThat(items("/api/leads?q=" + ana.phone())).hasSize(1);
    }

    @Test
    void systemEventsAndDeadLetters_areListed_deadLettersWithoutContent() {
        var id = UUID.randomUUID().toString();
        TestKafka.send(
                Topics.SYSTEM_EVENTS,
                anyKey(),
                new SystemEvent(
                        id,
                        Person.T0.plusSeconds(1_000_000),
                        SystemEvent.Level.WARN,
                        "test.happened",
                        "studio",
                        null,
                        null,
                        Map.of("what", "a test")));
        TestKafka.send(
                Topics.PROCESSOR_DLT,
                anyKey(),
                new DeadLetter(
                        id,
                        Person.T0.plusSeconds(1_000_000),
                        "processor",
                        "undecidable",
                        "NullPointerException",
                        "studio",
                        "wa.inbound.v1",
                        2,
                        17,
                        "studio/447700900123",
                        "{\"secret\":1}",
                        false,
                        1));

        await().untilAsserted(() -> {
            var event = find(items("/api/events?name=test.happened"), id);
            assertThat(event.path("details").path("what").asString()).isEqualTo("a test");
            var letter = find(items("/api/dead-letters?service=processor"), id);
            assertThat(letter.path("originOffset").asLong()).isEqualTo(17);
            assertThat(letter.has("payload")).isFalse();
            assertThat(letter.has("key")).isFalse();
        });
        assertThat(api.get("/api/dead-letters/" + id).body().path("payload").asString())
                .isEqualTo("{\"secret\":1}");
    }

    @Test
    void cleanUp_removesOldSystemEventsOnly_andRefusesToEmptyTheTable() {
        var clean = "/api/events/retention-cleanup";
        for (var age : List.of(5, 200)) {
            TestKafka.send(
                    Topics.SYSTEM_EVENTS,
                    anyKey(),
                    new SystemEvent(
                            UUID.randomUUID().toString(),
                            Instant.now().minus(Duration.ofDays(age)),
                            SystemEvent.Level.INFO,
                            "test.retention",
                            "studio",
                            null,
                            null,
                            Map.of("age", age.toString())));
        }
        await().until(() -> items("/api/events?name=test.retention").size() == 2);

        for (var days : List.of(0, -1)) {
            var refused = api.post(clean, Map.of("retentionDays", days));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().path("type").asString()).endsWith("retention-too-short");
        }
        assertThat(items("/api/events?name=test.retention")).hasSize(2);

        var done = api.post(clean, Map.of("retentionDays", 100));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body().path("deleted").asInt()).isPositive();
        assertThat(done.body().path("retentionDays").asInt()).isEqualTo(100);
        assertThat(items("/api/events?name=test.retention"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("details").path("age").asString()).isEqualTo("5"));
        assertThat(api.post(clean, Map.of()).body().path("retentionDays").asInt())
                .isEqualTo(90);
    }

    @Test
    void figures_areCountedFromWhatHappened() {
        var before = api.get("/api/funnel?days=3650").body().path("counts");
        var people = IntStream.range(0, 3).mapToObj(_ -> new Person()).toList();
        for (var person : people) {
            send(person, Status.QUALIFYING, new LeadEvent.StatusChanged(Status.NEW, Status.QUALIFYING, null));
        }
        send(
                people.get(0),
                Status.PENDING_APPROVAL,
                new LeadEvent.StatusChanged(Status.QUALIFYING, Status.PENDING_APPROVAL, null));
        send(
                people.get(0),
                Status.AWAITING_DEPOSIT,
                new LeadEvent.Approved(1, 2, 3),
                new LeadEvent.MessageRequested("m", Role.CLIENT, "deposit.link", "Pay here"));
        send(people.get(1), Status.REJECTED, new LeadEvent.StatusChanged(Status.QUALIFYING, Status.REJECTED, null));

        await().untilAsserted(() -> {
            var counts = api.get("/api/funnel?days=3650").body().path("counts");
            assertThat(grown(counts, before, "newLeads")).isEqualTo(3);
            assertThat(grown(counts, before, "qualifyingStarted")).isEqualTo(3);
            assertThat(grown(counts, before, "qualifyingCompleted")).isEqualTo(1);
            assertThat(grown(counts, before, "decided")).isEqualTo(2);
            assertThat(grown(counts, before, "approved")).isEqualTo(1);
            assertThat(grown(counts, before, "depositSent")).isEqualTo(1);
            assertThat(grown(counts, before, "rejected")).isEqualTo(1);
        });
    }

    @Test
    void readings_areCountedByFieldRuleAndReason() {
        var ana = new Person();
        var field = "field-" + ana.contactId();
        TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision(
                        "10x15",
                        ana.lead(Status.QUALIFYING, 1),
                        List.of(new LeadEvent.AnswerRecorded(field, Answer.ofText("10 x 15 cm", "10x15"), false)),
                        List.of(new Reason("size.pair-with-x", field, "10x15", "10 x 15 cm", List.of()))));
        TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision(
                        "big",
                        ana.lead(Status.QUALIFYING, 1),
                        List.of(new LeadEvent.AnswerNotUnderstood(field, 1, "no-number", "big")),
                        List.of()));
        TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision(
                        "2",
                        ana.lead(Status.AWAITING_DEPOSIT, 1),
                        List.of(),
                        List.of(new Reason("slot.number-" + field, "slot", "2", "the second", List.of()))));

        await().untilAsserted(() -> {
            var health = api.get("/api/parse-health?days=3650").body().path("fields");
            var mine = health.valueStream()
                    .filter(entry -> entry.path("field").asString().equals(field))
                    .findFirst()
                    .orElseThrow();
            assertThat(mine.path("rate").asDouble()).isEqualTo(0.5);
            assertThat(mine.path("byRule").path("size.pair-with-x").asLong()).isEqualTo(1);
            assertThat(mine.path("byReason").path("no-number").asLong()).isEqualTo(1);
            assertThat(api.get("/api/slot-parse-stats?days=3650")
                            .body()
                            .path("success")
                            .path("slot.number-" + field)
                            .asLong())
                    .isEqualTo(1);
        });
    }

    @Test
    void openApi_describesTheApi() {
        var paths = api.get("/api/openapi.json").body().path("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/api/leads",
                        "/api/leads/{leadId}",
                        "/api/leads/{leadId}/commands",
                        "/api/commands/{commandId}",
                        "/api/outbound",
                        "/api/dead-letters",
                        "/api/events",
                        "/api/events/retention-cleanup",
                        "/api/stream",
                        "/api/funnel",
                        "/api/parse-health",
                        "/api/slot-parse-stats",
                        "/api/replay/projections",
                        "/api/login");
    }

    private static void send(Person person, Status status, LeadEvent... events) {
        TestKafka.send(
                Topics.LEAD_EVENTS,
                person.contactId(),
                person.decision("text", person.lead(status, 1), List.of(events), List.of()));
    }

    private static long grown(JsonNode now, JsonNode before, String count) {
        return now.path(count).asLong() - before.path(count).asLong();
    }

    private static String anyKey() {
        return Ids.derived(UUID.randomUUID().toString(), "key", 0);
    }

    private static JsonNode find(List<JsonNode> items, String id) {
        return items.stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not listed yet"));
    }

    private List<JsonNode> items(String path) {
        return api.get(path).body().path("items").valueStream().toList();
    }
}

package io.inkstream.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records on the log become what the API shows. */
class ProjectionIT {
    private final Api api = RunningAdmin.shared().api();

    @Test
    void decisionOfAContact_isProjected_showsAsTheLead() {
        var ana = new Person();
        TestKafka.send(Topics.CONTACTS, ana.contactId(), ana.contact());
        var answer = io.inkstream.schemas.lead.Answer.ofText("dragon", "a dragon please");

        TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision(
                        "a dragon please",
                        ana.lead(Status.QUALIFYING, 2, java.util.Map.of("idea", answer)),
                        List.of(
                                new LeadEvent.LeadOpened(ana.leadId()),
                                new LeadEvent.StatusChanged(Status.NEW, Status.QUALIFYING, null),
                                new LeadEvent.AnswerRecorded("idea", answer, false)),
                        List.of(new Reason("idea.free-text", "idea", "dragon", "dragon", List.of()))));

        await().untilAsserted(() -> assertThat(api.get("/api/leads?phone=" + ana.phone())
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1));
        var lead = api.get("/api/leads/" + ana.leadId()).body();
        assertThat(lead.path("status").asString()).isEqualTo("QUALIFYING");
        assertThat(lead.path("phone").asString()).isEqualTo(ana.phone());
        assertThat(lead.path("version").asLong()).isEqualTo(2);
        assertThat(lead.path("answers").path("idea").path("said").asString()).isEqualTo("a dragon please");
        assertThat(lead.path("parseFailures").propertyNames()).containsExactly("dimensions");
        assertThat(lead.path("timeline")
                        .valueStream()
                        .map(entry -> entry.path("text").asString()))
                .containsExactly(
                        "client: 'a dragon please'",
                        "new lead",
                        "status NEW to QUALIFYING",
                        "idea: dragon, from 'dragon', rule idea.free-text");
    }

    @Test
    void ledgerChanges_arriveOutOfOrder_showTheNewestByRecipient() {
        var ana = new Person();
        TestKafka.send(Topics.CONTACTS, ana.contactId(), ana.contact());
        var command = "command-" + ana.contactId();

        TestKafka.send(
                Topics.LEDGER, ana.contactId(), ana.ledger(command, Role.CLIENT, 1, 3, LedgerState.SENT, "wamid.1"));
        TestKafka.send(
                Topics.LEDGER, ana.contactId(), ana.ledger(command, Role.CLIENT, 1, 2, LedgerState.CLAIMED, null));
        TestKafka.send(
                Topics.LEDGER, ana.contactId(), ana.ledger(command + "-2", Role.CLIENT, 2, 1, LedgerState.READY, null));

        await().untilAsserted(() -> {
            var items = api.get("/api/outbound?phone=+" + ana.phone()).body().path("items");
            assertThat(items.valueStream().map(item -> item.path("commandId").asString()))
                    .containsExactly(command + "-2", command);
            assertThat(items.path(1).path("status").asString()).isEqualTo("SENT");
            assertThat(items.path(1).path("wamid").asString()).isEqualTo("wamid.1");
            assertThat(items.path(1).path("recipient").asString()).isEqualTo(ana.phone());
        });
    }

    @Test
    void noticeToTheArtist_isListedUnderTheArtistsNumber() {
        var ana = new Person();
        var command = "notice-" + ana.contactId();

        TestKafka.send(
                Topics.LEDGER, ana.contactId(), ana.ledger(command, Role.ARTIST, 1, 1, LedgerState.SENT, "wamid.n"));

        await().untilAsserted(() -> assertThat(api.get("/api/outbound?phone=447700900000&limit=200")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(item -> item.path("commandId").asString().equals(command))
                        .map(item -> item.path("recipient").asString() + " "
                                + item.path("leadId").asString()))
                .containsExactly("447700900000 " + ana.leadId()));
    }

    @Test
    void recordThatCannotBeRead_isParkedAndAnnounced_thePartitionGoesOn() {
        var ana = new Person();
        var place = TestKafka.sendBytes(
                Topics.LEAD_EVENTS.name(),
                ana.contactId(),
                "{\"type\":\"lead.decision\",\"seq\":\"x\"}".getBytes(UTF_8));
        var unknown = TestKafka.sendBytes(
                Topics.LEAD_EVENTS.name(), ana.contactId(), "{\"type\":\"lead.unheard-of\"}".getBytes(UTF_8));

        TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision("hi", ana.lead(Status.QUALIFYING, 1), List.of(), List.of()));

        await().untilAsserted(() ->
                assertThat(api.get("/api/leads/" + ana.leadId()).status()).isEqualTo(200));
        for (var poison : List.of(place, unknown)) {
            var id = "lead.events.v1-" + poison.partition() + "@" + poison.offset();
            var letter = api.get("/api/dead-letters/" + id);
            assertThat(letter.status()).isEqualTo(200);
            assertThat(letter.body().path("reason").asString()).isEqualTo("not-projectable");
            await().untilAsserted(() -> assertThat(api.get("/api/events?name=projection.record-parked&limit=200")
                            .body()
                            .path("items")
                            .valueStream()
                            .map(event -> event.path("details").path("record").asString()))
                    .contains(id));
        }
    }

    @Test
    void textThatPostgresCannotHold_isKeptWithAReplacementCharacter() {
        var ana = new Person();

        TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision(
                        "a\u0000b\\u0000c",
                        ana.lead(Status.QUALIFYING, 1),
                        List.of(new LeadEvent.NoteStored("x\u0000\ud83d y")),
                        List.of()));

        await().untilAsserted(() -> assertThat(api.get("/api/leads/" + ana.leadId())
                        .body()
                        .path("timeline")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("client: 'a\ufffdb\\u0000c'"));
    }

    @Test
    void tombstoneOfAContact_takesThePhoneNumberAway() {
        var ana = new Person();
        TestKafka.send(Topics.CONTACTS, ana.contactId(), ana.contact());
        TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision("hi", ana.lead(Status.QUALIFYING, 1), List.of(), List.of()));
        await().until(() ->
                api.get("/api/leads?phone=" + ana.phone()).body().path("items").size() == 1);

        TestKafka.send(Topics.CONTACTS, ana.contactId(), null);

        await().until(() ->
                api.get("/api/leads?phone=" + ana.phone()).body().path("items").isEmpty());
        assertThat(api.get("/api/leads/" + ana.leadId()).body().has("phone")).isFalse();
    }
}

package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.sheets.SheetRow;
import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.sheets.google.Fixture;
import io.inkstream.sheets.google.StubSheets;
import io.inkstream.sheets.google.StubSheets.Fault;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The whole service against a real broker, a real database and a sheet that behaves like Google's. A studio per test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetsSinkIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> STUDIOS = List.of(
            "plain",
            "collapse",
            "older",
            "lost",
            "storm",
            "poison",
            "late",
            "formula",
            "foreign",
            "unshared",
            "small",
            "unreadable",
            "erased",
            "renamed",
            "long",
            "reset",
            "protected",
            "alone",
            "drift");

    private final StubSheets google = new StubSheets();
    private final RunningSink sink;

    SheetsSinkIT() {
        var sheets = new HashMap<String, String>();
        STUDIOS.forEach(studio -> {
            sheets.put(studio, studio + "-spreadsheet");
            google.spreadsheet(studio + "-spreadsheet");
        });
        google.refuseCellsWith("POISON");
        studio("foreign").spreadsheet().add("Leads", 100, 26).type(1, 1, "My own list");
        studio("small").spreadsheet().add("Leads", 5, 26);
        studio("unshared").spreadsheet().share(false);
        sink = RunningSink.start(
                google,
                TestPostgres.freshDatabase(),
                "sheets-it-" + UUID.randomUUID(),
                sheets,
                "inkstream.sheets.rewrite-after=1s");
    }

    @BeforeAll
    void ready() {
        await().atMost(LIMIT).until(() -> Readiness.of(sink) == 200);
    }

    @AfterAll
    void stop() {
        sink.close();
        google.close();
    }

    @Test
    void rows_whenTheTabIsAbsent_getATabAHeaderAndDensePlaces() {
        var studio = studio("plain");

        var leads = studio.newLeads(7, "QUALIFYING");

        studio.awaitKeysInAnyOrder(leads);
        assertThat(studio.tab().row(1)).isEqualTo(List.copyOf(LeadColumns.ALL));
        assertThat(studio.tab().columns()).isEqualTo(LeadColumns.ALL.size());
        assertThat(studio.cell(leads.getFirst(), "status")).isEqualTo("QUALIFYING");
    }

    @Test
    void rows_whenOneLeadChangesOften_areCollapsedIntoFewWritesOfItsNewest() {
        var studio = studio("collapse");
        var lead = studio.newLeads(1, "NEW").getFirst();
        studio.awaitKeysInAnyOrder(List.of(lead));
        var before = studio.spreadsheet().rowsWritten();

        for (var version = 2; version <= 400; version++) {
            studio.leads().row(lead, version, "v" + version);
        }

        studio.awaitCell(lead, "status", "v400");
        assertThat(studio.tab().keys()).containsExactly(lead);
        assertThat(studio.spreadsheet().rowsWritten() - before).isLessThan(100);
    }

    @Test
    void row_whenAnOlderVersionComesLater_keepsTheNewer() {
        var studio = studio("older");
        var lead = studio.leads().newLead();
        studio.leads().row(lead, 9, "BOOKED");
        studio.awaitCell(lead, "status", "BOOKED");

        studio.leads().row(lead, 8, "NEW");
        var next = studio.newLeads(1, "NEW").getFirst();

        studio.awaitCell(next, "status", "NEW");
        assertThat(studio.cell(lead, "status")).isEqualTo("BOOKED");
    }

    @Test
    void rows_whenAnswersAreLost_areRepeatedAtTheSamePlaceAndOnceMoreLater() {
        var studio = studio("lost");
        studio.newLeads(1, "NEW");
        studio.awaitRows(1);
        studio.spreadsheet().failNextWrites(3, new Fault.DropAfterAccept());

        var lead = studio.newLeads(1, "NEW").getFirst();

        await().atMost(LIMIT).until(studio.spreadsheet()::troubleIsOver);
        var writtenByThen = studio.spreadsheet().rowsWritten();
        studio.awaitCell(lead, "status", "NEW");
        assertThat(studio.tab().keys()).hasSize(2).doesNotHaveDuplicates();
        // The repeat that is answered, and the one after the time by which a lost call has surely ended.
        await().atMost(LIMIT).until(() -> studio.spreadsheet().rowsWritten() >= writtenByThen + 2);
        assertThat(studio.tab().keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void rows_whenConnectionsBreakBeforeAnythingIsDone_areWrittenAllTheSame() {
        var studio = studio("reset");
        studio.spreadsheet().failNextReads(2, new Fault.Reset());
        studio.spreadsheet().failNextWrites(2, new Fault.Reset());

        var leads = studio.newLeads(3, "NEW");

        studio.awaitKeysInAnyOrder(leads);
    }

    @Test
    void rows_whenGoogleThrottlesAndFails_areAllWrittenInTheEnd() {
        var studio = studio("storm");
        for (var trouble : List.of(
                "error_429_quota.json",
                "error_503.json",
                "error_429_quota.json",
                "error_html_502.json",
                "error_500.json")) {
            studio.spreadsheet().failNextWrites(1, new Fault.Answer(trouble));
        }

        var leads = studio.newLeads(30, "NEW");

        studio.awaitKeysInAnyOrder(leads);
        assertThat(studio.spreadsheet().troubleIsOver()).isTrue();
    }

    @Test
    void batch_whenOneRowIsRefused_isWrittenWithoutItAndTheRowIsADeadLetter() {
        var studio = studio("poison");
        var poisoned = studio.leads().newLead();
        var first = studio.newLeads(20, "NEW");
        studio.leads().row(poisoned, 1, Map.of("status", "NEW", "idea_summary", "POISON"));
        var last = studio.newLeads(20, "NEW");

        try (var letters = TestKafka.read(Topics.SHEET_ROWS_DLT)) {
            var letter =
                    letters.await(entry -> poisoned.equals(entry.key()), LIMIT).required();
            assertThat(letter)
                    .extracting(DeadLetter::service, DeadLetter::reason, DeadLetter::studio, DeadLetter::originTopic)
                    .containsExactly("sheets-sink", "refused", "poison", "sheets.rows.v1");
            assertThat(Json.read(letter.payload().getBytes(StandardCharsets.UTF_8), SheetRow.class)
                            .cells())
                    .containsEntry("idea_summary", "POISON");
        }
        await().atMost(LIMIT)
                .until(() -> studio.tab().keys().containsAll(first)
                        && studio.tab().keys().containsAll(last));
        assertThat(studio.tab().keys()).hasSize(41).doesNotContain(poisoned).contains("");

        studio.leads().row(poisoned, 2, "QUALIFYING");

        studio.awaitCell(poisoned, "status", "QUALIFYING");
        assertThat(studio.tab().keys()).hasSize(41).doesNotContain("");
    }

    @Test
    void deadLetter_whenSentAgainAtTheSameVersion_isTriedAgain() {
        var studio = studio("alone");
        var lead = studio.leads().newLead();
        studio.leads().row(lead, 1, Map.of("idea_summary", "POISON"));
        awaitDeadLetters(lead, 1);

        studio.leads().row(lead, 1, Map.of("idea_summary", "POISON"));

        awaitDeadLetters(lead, 2);
        assertThat(studio.tab().keys()).isEmpty();
        assertThat(studio.tab().row(1)).isEqualTo(List.copyOf(LeadColumns.ALL));
    }

    @Test
    void row_whenTheContactComesLateOrGoes_showsWhatIsKnown() {
        var studio = studio("late");
        var lead = studio.newLeads(1, "NEW").getFirst();
        studio.awaitCell(lead, "status", "NEW");
        assertThat(studio.cell(lead, "whatsapp_number")).isEqualTo("");

        studio.leads().contact(lead, "447700900123");
        studio.awaitCell(lead, "whatsapp_number", "447700900123");

        studio.leads().contactErased(lead);
        studio.awaitCell(lead, "whatsapp_number", "");
        assertThat(studio.cell(lead, "status")).isEqualTo("NEW");
    }

    @Test
    void row_withAFormula_isLiteralText() {
        var studio = studio("formula");
        var text = Fixture.read("whatsapp/text_formula_injection.json")
                .at("/entry/0/changes/0/value/messages/0/text/body")
                .asString();
        var lead = studio.leads().newLead();

        studio.leads().row(lead, 1, Map.of("idea_summary", text, "budget_amount", 50_000));

        studio.awaitCell(lead, "idea_summary", "'" + text);
        assertThat(studio.cell(lead, "budget_amount")).isEqualTo(50_000);
    }

    @Test
    void row_withAnEndlessText_isCutAndDoesNotStopTheOthers() {
        var studio = studio("long");
        var lead = studio.leads().newLead();
        studio.leads().row(lead, 1, Map.of("idea_summary", "x".repeat(60_000), "status", "NEW"));
        var other = studio.newLeads(1, "NEW").getFirst();

        studio.awaitCell(other, "status", "NEW");

        assertThat(studio.cell(lead, "idea_summary").toString()).hasSize(50_000).endsWith("[cut: 60000 characters]");
    }

    @Test
    void tab_thatIsSomebodyElses_isNeverOverwrittenAndAlertsOnce() {
        var studio = studio("foreign");
        var lead = studio.newLeads(1, "NEW").getFirst();

        try (var events = TestKafka.read(Topics.SYSTEM_EVENTS)) {
            var alert = events.await(entry -> isFor(entry.required(), "foreign", "sheets.blocked"), LIMIT)
                    .required();
            assertThat(alert.details()).containsEntry("cause", "FOREIGN_HEADER");
            assertThat(studio.tab().row(1)).containsExactly("My own list");
            assertThat(studio.tab().keys()).isEmpty();

            studio.tab().clear();

            studio.awaitCell(lead, "status", "NEW");
            events.await(entry -> isFor(entry.required(), "foreign", "sheets.resumed"), LIMIT);
            assertThat(events.all())
                    .filteredOn(entry -> isFor(entry.required(), "foreign", "sheets.blocked"))
                    .hasSize(1);
        }
    }

    @Test
    void sheet_thatIsNotShared_waitsWithAnAlertAndHoldsUpNoOther() {
        var studio = studio("unshared");
        var leads = studio.newLeads(3, "NEW");
        try (var events = TestKafka.read(Topics.SYSTEM_EVENTS)) {
            events.await(entry -> isFor(entry.required(), "unshared", "sheets.blocked"), LIMIT);
        }
        var other = studio("protected").newLeads(1, "NEW").getFirst();
        studio("protected").awaitCell(other, "status", "NEW");

        studio.spreadsheet().share(true);

        studio.awaitKeysInAnyOrder(leads);
    }

    @Test
    void rows_beyondTheGrid_extendItFirst() {
        var studio = studio("small");

        var leads = studio.newLeads(40, "NEW");

        studio.awaitKeysInAnyOrder(leads);
        assertThat(studio.tab().rows()).isGreaterThanOrEqualTo(41);
        assertThat(studio.tab().columns()).isEqualTo(LeadColumns.ALL.size());
    }

    @Test
    void tab_thatWasRenamed_isMadeAnewWithEveryRow() {
        var studio = studio("renamed");
        var leads = studio.newLeads(3, "NEW");
        studio.awaitKeysInAnyOrder(leads);

        studio.spreadsheet().rename("Leads", "Archive");
        studio.leads().row(leads.getFirst(), 2, "BOOKED");

        await().atMost(LIMIT).until(() -> studio.spreadsheet().has("Leads"));
        studio.awaitKeysInAnyOrder(leads);
        studio.awaitCell(leads.getFirst(), "status", "BOOKED");
    }

    @Test
    void record_thatCannotBeRead_isADeadLetterAndItsPartitionGoesOn() {
        var studio = studio("unreadable");
        var key = studio.leads().newLead();
        TestKafka.sendBytes(Topics.SHEET_ROWS.name(), key, "{\"type\":\"sheet.row\",".getBytes(StandardCharsets.UTF_8));
        TestKafka.sendBytes(Topics.SHEET_ROWS.name(), key, new byte[] {(byte) 0xff, 0x00});
        TestKafka.sendBytes(Topics.SHEET_ROWS.name(), key, """
                {"type":"sheet.row","version":1,"id":"half-\\ud800","occurredAt":"2026-09-21T14:13:20Z",
                 "studio":"unreadable","contactId":"c","rowVersion":1,"cells":{}}""".getBytes(StandardCharsets.UTF_8));
        TestKafka.sendBytes(
                Topics.CONTACTS.name(), key, "{\"phone\":\"447700900999\"".getBytes(StandardCharsets.UTF_8));

        studio.leads().row(key, 1, "NEW");

        studio.awaitCell(key, "status", "NEW");
        awaitDeadLetters(key, 4);
        try (var letters = TestKafka.read(Topics.SHEET_ROWS_DLT)) {
            var mine = letters.all(key).stream().map(entry -> entry.required()).toList();
            assertThat(mine).extracting(DeadLetter::reason).containsOnly("unreadable");
            assertThat(mine)
                    .filteredOn(DeadLetter::base64)
                    .extracting(DeadLetter::payload)
                    .containsExactly("/wA=");
            assertThat(mine).noneMatch(letter -> letter.payload().contains("447700900999"));
        }
    }

    @Test
    void lead_thatIsErased_keepsOnlyItsPlace() {
        var studio = studio("erased");
        var leads = studio.newLeads(2, "NEW");
        leads.forEach(lead -> studio.leads().contact(lead, "447700900123"));
        studio.awaitCell(leads.getFirst(), "whatsapp_number", "447700900123");

        studio.leads().contactErased(leads.getFirst());
        studio.leads().rowErased(leads.getFirst());

        studio.awaitCell(leads.getFirst(), "status", "");
        studio.awaitCell(leads.getFirst(), "whatsapp_number", "");
        assertThat(studio.tab().row(studio.rowOf(leads.getFirst()))).containsExactly(leads.getFirst());
        assertThat(studio.cell(leads.getLast(), "status")).isEqualTo("NEW");
    }

    @Test
    void drift_isReported_andARebuildMendsIt() throws Exception {
        var studio = studio("drift");
        var leads = studio.newLeads(3, "NEW");
        studio.awaitKeysInAnyOrder(leads);
        await().atMost(LIMIT).until(() -> sheet("GET", "drift").path("due").asInt(-1) == 0);
        assertThat(sheet("GET", "drift").path("rows").asInt()).isEqualTo(3);
        assertThat(sheet("GET", "drift").path("different").asInt()).isZero();

        studio.type(leads.getFirst(), "status", "BOOKED by hand");
        studio.tab().type(5, 1, "a note below");

        var drift = sheet("GET", "drift");
        assertThat(drift.path("different").asInt()).isEqualTo(1);
        assertThat(drift.path("foreign").asInt()).isEqualTo(1);
        assertThat(drift.path("samples").path(0).asString()).isEqualTo(leads.getFirst());
        assertThat(sheet("POST", "drift").path("recordsRead").asLong()).isGreaterThanOrEqualTo(3);
        studio.awaitCell(leads.getFirst(), "status", "NEW");
        await().atMost(LIMIT).until(() -> {
            var after = sheet("GET", "drift");
            return after.path("due").asInt(-1) == 0 && after.path("different").asInt(-1) == 0;
        });
    }

    @Test
    void sheetOfNobody_isNotFound() throws Exception {
        assertThat(sheet("GET", "nobody").path("error").asString()).isEqualTo("no such sheet");
    }

    private JsonNode sheet(String method, String studio) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + sink.port() + "/actuator/sheets/" + studio))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(method.equals("POST") ? "{}" : ""))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return Json.tree(http.send(request, BodyHandlers.ofByteArray()).body());
        }
    }

    private StudioSheet studio(String slug) {
        return new StudioSheet(Leads.ofStudio(slug), google.spreadsheet(slug + "-spreadsheet"));
    }

    private static void awaitDeadLetters(String key, int count) {
        try (var letters = TestKafka.read(Topics.SHEET_ROWS_DLT)) {
            letters.await(entry -> key.equals(entry.key()), count, LIMIT);
        }
    }

    private static boolean isFor(SystemEvent event, String studio, String name) {
        return studio.equals(event.studio()) && name.equals(event.name());
    }
}

package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.sheets.google.StubSheets;
import io.inkstream.sheets.google.StubSheets.Fault;
import io.inkstream.sheets.store.DueRows;
import io.inkstream.sheets.store.Leadership;
import io.inkstream.testkit.TestPostgres;
import io.inkstream.testkit.TestPostgres.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What survives a stop: places, what is due, who writes. */
class SinkRestartIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final StubSheets google = new StubSheets();
    private final Database database = TestPostgres.freshDatabase();
    private final String group = "sheets-restart-it-" + UUID.randomUUID();
    private final String slug = "studio-" + UUID.randomUUID();
    private final StudioSheet studio = new StudioSheet(Leads.ofStudio(slug), google.spreadsheet("one"));

    @AfterEach
    void stop() {
        google.close();
    }

    @Test
    void restart_keepsPlacesAndWritesWhatCameMeanwhile() {
        var leads = new ArrayList<String>();
        try (var _ = start()) {
            leads.addAll(studio.newLeads(5, "NEW"));
            studio.awaitKeysInAnyOrder(leads);
        }
        var before = studio.tab().keys();

        leads.addAll(studio.newLeads(5, "NEW"));
        studio.leads().row(leads.getFirst(), 2, "BOOKED");
        try (var _ = start()) {
            studio.awaitKeysInAnyOrder(leads);
            studio.awaitCell(leads.getFirst(), "status", "BOOKED");
        }

        assertThat(studio.tab().keys()).startsWith(before.toArray(String[]::new));
    }

    @Test
    void restart_whenTheLastWriteWasNotRecorded_repeatsItAtTheSamePlace() {
        studio.spreadsheet().add("Leads", 100, LeadColumns.ALL.size());
        try (var _ = start("inkstream.sheets.backoff-max=1h")) {
            await().atMost(LIMIT).until(() -> !studio.tab().row(1).isEmpty());
            studio.spreadsheet().failNextWrites(1, new Fault.DropAfterAccept());
            studio.newLeads(1, "NEW");
            studio.awaitRows(1);
        }

        try (var _ = start()) {
            var other = studio.newLeads(1, "NEW").getFirst();
            studio.awaitCell(other, "status", "NEW");
        }

        assertThat(studio.tab().keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void restart_whenACallOfTheOldProcessEndsLate_theNewerRowStandsInTheEnd() {
        studio.spreadsheet().share(false);
        var lead = studio.leads().newLead();
        studio.leads().row(lead, 1, "NEW");
        try (var sink = start()) {
            await().atMost(LIMIT)
                    .until(() -> sink.bean(DueRows.class).backlog(slug).rows() == 1);
        }
        studio.leads().row(lead, 2, "BOOKED");
        studio.spreadsheet().share(true);

        try (var _ = start("inkstream.sheets.rewrite-after=2s")) {
            studio.awaitCell(lead, "status", "BOOKED");
            studio.type(lead, "status", "NEW"); // what was still on its way when the old process was killed

            studio.awaitCell(lead, "status", "BOOKED");
        }
    }

    @Test
    void topics_whenReadAgainFromTheirBeginning_changeNothing() {
        try (var _ = start()) {
            var leads = studio.newLeads(5, "NEW");
            leads.forEach(lead -> studio.leads().contact(lead, "447700900123"));
            studio.awaitKeysInAnyOrder(leads);
            leads.forEach(lead -> studio.awaitCell(lead, "whatsapp_number", "447700900123"));
        }
        var keys = studio.tab().keys();
        var written = studio.spreadsheet().rowsWritten();

        try (var _ =
                RunningSink.start(google, database, "sheets-restart-it-" + UUID.randomUUID(), Map.of(slug, "one"))) {
            var next = studio.newLeads(1, "NEW").getFirst();
            studio.awaitCell(next, "status", "NEW");
        }

        assertThat(studio.tab().keys()).startsWith(keys.toArray(String[]::new)).hasSize(6);
        assertThat(studio.spreadsheet().rowsWritten()).isEqualTo(written + 1);
    }

    @Test
    void instances_takeTurnsAtWriting() throws Exception {
        try (var first = start()) {
            var early = studio.newLeads(2, "NEW");
            studio.awaitKeysInAnyOrder(early);
            try (var second = start()) {
                await().atMost(LIMIT).until(() -> Readiness.of(second) == 200);
                assertThat(first.bean(Leadership.class).term()).isPresent();
                assertThat(second.bean(Leadership.class).term()).isEmpty();

                first.stop();
                var late = studio.newLeads(2, "NEW");

                late.forEach(lead -> studio.awaitCell(lead, "status", "NEW"));
                assertThat(second.bean(Leadership.class).term()).isPresent();
                assertThat(studio.tab().keys()).hasSize(4).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void quota_isNeverExceededHoweverMuchChanges() {
        google.allowWritesPerMinute(6);
        try (var sink = start("inkstream.sheets.writes-per-minute=6")) {
            var lead = studio.leads().newLead();
            // Tab and header are two writes; four are left for rows, which change far more often.
            for (var version = 1; version <= 40; version++) {
                studio.leads().row(lead, version, "v" + version);
                var known = version;
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> studio.spreadsheet().writeCalls() >= Math.min(6, known + 2));
            }

            assertThat(google.overQuotaAnswers()).isZero();
            assertThat(studio.spreadsheet().writeCalls()).isEqualTo(6);
            await().atMost(LIMIT)
                    .until(() -> sink.bean(DueRows.class).backlog(slug).rows() == 1);
        }
    }

    private RunningSink start(String... settings) {
        return RunningSink.start(google, database, group, Map.of(slug, "one"), settings);
    }
}

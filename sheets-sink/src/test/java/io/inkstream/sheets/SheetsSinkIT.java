package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.sheets.SheetRow;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.sheets.google.Fixture;
import io.inkstream.sheets.google.StubSheets;
import io.inkstream.sheets.google.StubSheets.Fault;
import io.inkstream.sheets.google.StubTab;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole service against a real broker, a real database and a sheet that behaves like Google's. A studio per test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetsSinkIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int STATUS = LeadColumns.ALL.indexOf("status") + 1;
    private static final int PHONE = LeadColumns.ALL.indexOf("whatsapp_number") + 1;
    private static final int IDEA = LeadColumns.ALL.indexOf("idea_summary") + 1;

    private final StubSheets google = new StubSheets();
    private final List<String> studios = IntStream.range(0, 20).mapToObj(i -> "shared" + i).toList();
    private int used;
    private RunningSink sink;

    @BeforeAll
    void start() {
        var sheets = new HashMap<String, String>();
        studios.forEach(studio -> {
            sheets.put(studio, "spreadsheet-of-" + studio);
            google.spreadsheet("spreadsheet-of-" + studio).share(false);
        });
        google.refuseCellsWith("POISON");
        sink = RunningSink.start(
                google,
                TestPostgres.freshDatabase(),
                "sheets-it-" + UUID.randomUUID(),
                sheets,
                "--inkstream.sheets.rewrite-after=2s");
    }

    @AfterEach
    void endTrouble() {
        google.clearFaults();
    }

    @AfterAll
    void stop() {
        sink.close();
        google.close();
    }

    /** A studio of the test's own; its spreadsheet was not shared until now, so that other tests' traffic stays apart. */
    private Studio studio() {
        var studio = new Studio(studios.get(used++));
        return studio;
    }

    private final class Studio {
        private final String slug;
        private final Leads leads;
        private final io.inkstream.sheets.google.StubSpreadsheet spreadsheet;

        Studio(String slug) {
            this.slug = slug;
            this.leads = Leads.ofStudio(slug);
            this.spreadsheet = google.spreadsheet("spreadsheet-of-" + slug);
        }

        Studio shared() {
            spreadsheet.share(true);
            return this;
        }

        StubTab tab() {
            return spreadsheet.tab("Leads");
        }

        void awaitRows(int count) {
            await().atMost(LIMIT)
                    .until(() -> spreadsheet.has("Leads") && tab().keys().size() == count
                            && !tab().keys().contains(""));
        }

        void awaitCell(int row, int column, Object value) {
            await().atMost(LIMIT)
                    .until(() -> spreadsheet.has("Leads") && tab().cell(row, column).equals(value));
        }

        List<String> newLeads(int count, String status) {
            var ids = IntStream.range(0, count).mapToObj(_ -> leads.newLead()).toList();
            ids.forEach(id -> leads.row(id, 1, status));
            return ids;
        }
    }
}

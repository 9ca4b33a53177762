package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.sheets.google.StubSheets;
import io.inkstream.testkit.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service refuses to start with, and what it tells about itself once it runs. */
class SafeStartIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final StubSheets google = new StubSheets();

    @AfterEach
    void stop() {
        google.close();
    }

    @Test
    void start_withThePublicStandalonePassword_isRefused() {
        assertThatException()
                .isThrownBy(() -> start("a", "spring.datasource.password=inkstream-dev-postgres"))
                .withMessageContaining("spring.datasource.password");
    }

    @Test
    void start_whenTwoStudiosShareATab_isRefused() {
        google.spreadsheet("one");

        assertThatException()
                .isThrownBy(() -> start("a", "inkstream.sheets.studios.other.spreadsheet-id=one"))
                .havingRootCause()
                .withMessageContaining("inkstream.sheets.studios");
    }

    @Test
    void start_withoutASpreadsheetId_namesTheSetting() {
        assertThatException()
                .isThrownBy(() -> start("a", "inkstream.sheets.studios.other.tab=Leads"))
                .havingRootCause()
                .withMessageContaining("spreadsheetId");
    }

    @Test
    void service_thatRuns_isReadyAndShowsItsFigures() throws Exception {
        google.spreadsheet("one");
        var slug = "studio-" + UUID.randomUUID();
        var studio = new StudioSheet(Leads.ofStudio(slug), google.spreadsheet("one"));
        try (var sink = start(slug)) {
            await().atMost(LIMIT).until(() -> Readiness.of(sink) == 200);
            studio.awaitKeysInAnyOrder(studio.newLeads(2, "NEW"));

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(Readiness.metrics(sink))
                            .contains("inkstream_sheets_rows_written_total{studio=\"" + slug + "\"} 2.0")
                            .contains("inkstream_sheets_rows_due{studio=\"" + slug + "\"} 0.0")
                            .contains("inkstream_sheets_blocked{studio=\"" + slug + "\"} 0.0"));
            assertThat(clock(sink, "GET", "")).isEqualTo(404);
        }
    }

    @Test
    void standalone_letsTheBusinessClockBeMoved() throws Exception {
        google.spreadsheet("one");
        try (var sink = start("a", "spring.profiles.active=standalone")) {
            assertThat(clock(sink, "POST", "{\"offset\":\"PT36H\"}")).isEqualTo(200);

            assertThat(sink.bean(BusinessClock.class).offset()).isEqualTo(Duration.ofHours(36));
        }
    }

    private static int clock(RunningSink sink, String method, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + sink.port() + "/actuator/businessclock"))
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private RunningSink start(String slug, String... settings) {
        return RunningSink.start(
                google,
                TestPostgres.freshDatabase(),
                "sheets-start-it-" + UUID.randomUUID(),
                Map.of(slug, "one"),
                settings);
    }
}

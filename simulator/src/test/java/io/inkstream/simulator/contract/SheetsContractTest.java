package io.inkstream.simulator.contract;

import static io.inkstream.simulator.contract.Fixture.assertSameShape;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recorded request, answer and error of Google Sheets, and of its tokens, held against the fake. */
class SheetsContractTest extends GoogleContract {
    private static final UsedFixtures FILES =
            new UsedFixtures("google", file -> !CalendarContractTest.isOfTheCalendar(file));

    @AfterAll
    static void everyFileIsUsed() {
        FILES.mustBeAll();
    }

    @Test
    void token_isGivenForAShortLivedClaimOnly() {
        assertSameShape(
                FILES.use("token_response.json").content(),
                signIn(Instant.now()).json(),
                List.of("access_token"));

        var old = signIn(Instant.now().minusSeconds(4000));
        assertThat(old.status()).isEqualTo(400);
        assertThat(old.json())
                .isEqualTo(FILES.use("token_error_invalid_grant.json").body());
    }

    @Test
    void append_landsBelowTheTable() {
        fillBookings(41);

        var answer = send(FILES.use("values_append_request.json"));

        assertThat(answer.json())
                .isEqualTo(FILES.use("values_append_response.json").content());
        var keys = google("GET", SHEET + "/values/Bookings!A1:A43?majorDimension=COLUMNS", "");
        assertThat(keys.json())
                .isEqualTo(FILES.use("values_get_key_column_response.json").content());
        assertThat(google("GET", SHEET + "/values/Bookings!D43", "")
                        .json()
                        .at("/values/0/0")
                        .asString())
                .isEqualTo("'=HYPERLINK(\"x\")");
    }

    @Test
    void emptyRange_hasNoValues() {
        grow(1000);

        var answer = google("GET", SHEET + "/values/Bookings!A:A?majorDimension=COLUMNS", "");

        assertThat(answer.json())
                .isEqualTo(FILES.use("values_get_empty_response.json").content());
    }

    @Test
    void batchUpdate_writesExactPlacesAndRepeatsHarmlessly() {
        var first = send(FILES.use("values_batch_update_request.json"));
        var again = send(FILES.use("values_batch_update_request.json"));

        assertThat(first.json())
                .isEqualTo(FILES.use("values_batch_update_response.json").content());
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(google("GET", SHEET + "/values/Bookings!A17:B17", "")
                        .json()
                        .path("values")
                        .toString())
                .isEqualTo("[[\"bk_00000016\",\"cancelled\"]]");
    }

    @Test
    void batchUpdate_mayBeCompressed() {
        var request = Fixture.of("google/values_batch_update_request.json").content();
        var answer = world.call(world.request(request.path("path").asString(), "Authorization", "Bearer " + token)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(request.path("body").toString()))));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void insertWithMetadata_happensOnce() {
        var search = FILES.use("developer_metadata_search_request.json");
        assertThat(send(search).json())
                .isEqualTo(FILES.use("developer_metadata_search_response_empty.json")
                        .content());

        var first = send(FILES.use("batch_update_append_cells_with_metadata_request.json"));
        var again = send(Fixture.of("google/batch_update_append_cells_with_metadata_request.json"));

        assertThat(first.json())
                .isEqualTo(FILES.use("batch_update_response.json").content());
        assertThat(again.status()).isEqualTo(400);
        assertThat(send(search)
                        .json()
                        .at("/matchedDeveloperMetadata/0/developerMetadata/metadataId")
                        .asInt())
                .isEqualTo(1793114402);
        assertThat(google("GET", SHEET + "/values/Sheet1!A2:C2?valueRenderOption=UNFORMATTED_VALUE", "")
                        .json()
                        .path("values")
                        .toString())
                .isEqualTo("[[\"bk_01HZX4\",\"=not a formula\",10]]");
    }

    @Test
    void refusals_areMadeByTheirConditions() {
        assertError(FILES.use("error_400_range.json"), google("GET", SHEET + "/values/Bokings!A1", ""));
        assertError(FILES.use("error_404_spreadsheet.json"), google("GET", "/v4/spreadsheets/unknown", ""));
        assertError(FILES.use("error_403_permission.json"), google("GET", "/v4/spreadsheets/private", ""));
        assertError(FILES.use("error_401.json"), world.get(SHEET, "Authorization", "Bearer ya29.expired"));
        assertError(FILES.use("error_401.json"), world.get(SHEET));
        assertError(
                FILES.use("error_400_cell_too_long.json"),
                google(
                        "PUT",
                        SHEET + "/values/Bookings!A1?valueInputOption=RAW",
                        "{\"values\":[[\"" + "x".repeat(50_001) + "\"]]}"));
        assertError(FILES.use("error_400_cells_limit.json"), google("POST", "/v4/spreadsheets/huge:batchUpdate", """
                        {"requests":[{"appendDimension":{"sheetId":0,"dimension":"ROWS","length":400000}}]}"""));
    }

    @Test
    void quota_isSixtyWritesAMinute() {
        world.post("/sim/settings", Map.of("sheetsQuota", true));
        var answers = IntStream.rangeClosed(0, 60)
                .mapToObj(_ -> google("PUT", SHEET + "/values/Bookings!A1?valueInputOption=RAW", "{\"values\":[[1]]}"))
                .toList();
        world.post("/sim/settings", Map.of("sheetsQuota", false));

        assertThat(answers.get(59).status()).isEqualTo(200);
        assertError(FILES.use("error_429_quota.json"), answers.get(60));
    }

    @ParameterizedTest
    @CsvSource({
        "500, error_500.json",
        "503, error_503.json",
        "429, error_429_quota.json",
        "403, error_403_permission.json"
    })
    void faults_ofRowWrites_areWordForWord(int status, String file) {
        world.post("/sim/faults", Map.of("target", "sheets", "kind", "status", "status", status, "times", 1));

        assertError(
                FILES.use(file),
                google("PUT", SHEET + "/values/Bookings!A1?valueInputOption=RAW", "{\"values\":[[1]]}"));
        assertThat(google("GET", SHEET + "/values/Bookings!A1", "").json().has("values"))
                .isFalse();
    }

    @Test
    void gatewayError_isAPage() {
        world.post("/sim/faults", Map.of("target", "sheets", "kind", "status", "status", 502, "times", 1));

        var answer = google("PUT", SHEET + "/values/Bookings!A1?valueInputOption=RAW", "{\"values\":[[1]]}");

        var expected = FILES.use("error_html_502.json").content();
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).isEqualTo(expected.path("body_text").asString());
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith(expected.path("content_type").asString());
    }

    /** Header and bookings as the key column sample has them: rows 1 to {@code rows}. */
    private static void fillBookings(int rows) {
        grow(rows);
        var values = JSON.createArrayNode();
        for (var row = 0; row < rows; row++) {
            var cells = values.addArray();
            cells.add(row == 0 ? "booking_id" : "bk_%08d".formatted(row));
            IntStream.range(1, 9).forEach(column -> cells.add("x" + column));
        }
        google(
                "PUT",
                SHEET + "/values/Bookings!A1?valueInputOption=RAW",
                JSON.createObjectNode().set("values", values).toString());
    }

    private static void grow(int rows) {
        assertThat(rows).isLessThanOrEqualTo(1000);
        var sheet = google("GET", SHEET, "")
                .json()
                .path("sheets")
                .valueStream()
                .map(tab -> tab.path("properties"))
                .filter(tab -> tab.path("title").asString().equals("Bookings"))
                .findFirst()
                .orElseThrow();
        google("POST", SHEET + ":batchUpdate", """
                {"requests":[{"updateSheetProperties":{"properties":{"sheetId":%d,"gridProperties":{"rowCount":1000}},"fields":"gridProperties.rowCount"}}]}""".formatted(
                        sheet.path("sheetId").asInt()));
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}

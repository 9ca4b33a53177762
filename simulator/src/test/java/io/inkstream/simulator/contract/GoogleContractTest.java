package io.inkstream.simulator.contract;

import static io.inkstream.simulator.contract.Fixture.assertSameShape;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.simulator.World;
import io.inkstream.simulator.World.Answered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every file of {@code fixtures/google} is used by a test of this class: {@link #everyFileIsUsed()} counts. */
class GoogleContractTest {
    private static final Set<String> USED = new HashSet<>();
    private static final String SPREADSHEET = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789testonly";
    private static final String SHEET = "/v4/spreadsheets/" + SPREADSHEET;
    private static final String CALENDAR = "/calendar/v3/calendars/sam@example.invalid/events";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static World world;
    private static String token = "";

    @BeforeAll
    static void start() {
        world = World.start(
                "inkstream.simulator.google.require-token=true",
                "inkstream.simulator.settings.sheets-quota=false",
                "inkstream.simulator.sheets.existing=" + SPREADSHEET + ",private,huge",
                "inkstream.simulator.sheets.not-shared=private",
                "inkstream.simulator.calendar.existing=sam@example.invalid,room1@example.invalid,boss@example.invalid",
                "inkstream.simulator.calendar.not-shared=boss@example.invalid");
        token = signIn(Instant.now()).json().path("access_token").asString();
        google("POST", SHEET + ":batchUpdate", """
                {"requests":[{"addSheet":{"properties":{"title":"Bookings","gridProperties":{"rowCount":1000,"columnCount":9}}}}]}""");
    }

    @AfterAll
    static void everyFileIsUsed() {
        world.close();
        world.studio().close();
        assertThat(USED).containsExactlyInAnyOrderElementsOf(Fixture.namesIn("google"));
    }

    @BeforeEach
    void emptySheet() {
        world.delete("/sim/faults");
        google("POST", SHEET + "/values/Bookings:clear", "{}");
    }

    @Test
    void token_isGivenForAShortLivedClaimOnly() {
        assertSameShape(
                use("token_response.json").content(), signIn(Instant.now()).json(), List.of("access_token"));

        var old = signIn(Instant.now().minusSeconds(4000));
        assertThat(old.status()).isEqualTo(400);
        assertThat(old.json()).isEqualTo(use("token_error_invalid_grant.json").body());
    }

    @Test
    void append_landsBelowTheTable() {
        fillBookings(41);

        var answer = send(use("values_append_request.json"));

        assertThat(answer.json()).isEqualTo(use("values_append_response.json").content());
        var keys = google("GET", SHEET + "/values/Bookings!A1:A43?majorDimension=COLUMNS", "");
        assertThat(keys.json())
                .isEqualTo(use("values_get_key_column_response.json").content());
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
                .isEqualTo(use("values_get_empty_response.json").content());
    }

    @Test
    void batchUpdate_writesExactPlacesAndRepeatsHarmlessly() {
        var first = send(use("values_batch_update_request.json"));
        var again = send(use("values_batch_update_request.json"));

        assertThat(first.json())
                .isEqualTo(use("values_batch_update_response.json").content());
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
        var search = use("developer_metadata_search_request.json");
        assertThat(send(search).json())
                .isEqualTo(use("developer_metadata_search_response_empty.json").content());

        var first = send(use("batch_update_append_cells_with_metadata_request.json"));
        var again = send(Fixture.of("google/batch_update_append_cells_with_metadata_request.json"));

        assertThat(first.json()).isEqualTo(use("batch_update_response.json").content());
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
        assertError("error_400_range.json", google("GET", SHEET + "/values/Bokings!A1", ""));
        assertError("error_404_spreadsheet.json", google("GET", "/v4/spreadsheets/unknown", ""));
        assertError("error_403_permission.json", google("GET", "/v4/spreadsheets/private", ""));
        assertError("error_401.json", world.get(SHEET, "Authorization", "Bearer ya29.expired"));
        assertError("error_401.json", world.get(SHEET));
        assertError(
                "error_400_cell_too_long.json",
                google(
                        "PUT",
                        SHEET + "/values/Bookings!A1?valueInputOption=RAW",
                        "{\"values\":[[\"" + "x".repeat(50_001) + "\"]]}"));
        assertError("error_400_cells_limit.json", google("POST", "/v4/spreadsheets/huge:batchUpdate", """
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
        assertError("error_429_quota.json", answers.get(60));
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

        assertError(file, google("PUT", SHEET + "/values/Bookings!A1?valueInputOption=RAW", "{\"values\":[[1]]}"));
        assertThat(google("GET", SHEET + "/values/Bookings!A1", "").json().has("values"))
                .isFalse();
    }

    @Test
    void gatewayError_isAPage() {
        world.post("/sim/faults", Map.of("target", "sheets", "kind", "status", "status", 502, "times", 1));

        var answer = google("PUT", SHEET + "/values/Bookings!A1?valueInputOption=RAW", "{\"values\":[[1]]}");

        var expected = use("error_html_502.json").content();
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).isEqualTo(expected.path("body_text").asString());
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith(expected.path("content_type").asString());
    }

    @Test
    void event_isInsertedOnceAndItsIdStaysTaken() {
        var insert = use("events_insert_request.json");
        var inserted = send(insert);
        var id = inserted.json().path("id").asString();

        var free = List.of("etag", "created", "updated", "htmlLink", "email");
        assertSameShape(use("events_insert_response.json").content(), inserted.json(), free);
        assertError("events_insert_conflict_409.json", send(insert));
        assertError(
                "events_update_precondition_412.json",
                call("PATCH", CALENDAR + "/" + id, "{\"status\":\"confirmed\"}", "If-Match", "\"1\""));
        assertThat(google("DELETE", CALENDAR + "/" + id, "").status()).isEqualTo(204);
        assertError("calendar_error_410_gone.json", google("DELETE", CALENDAR + "/" + id, ""));
        assertSameShape(
                use("events_get_cancelled.json").content(),
                google("GET", CALENDAR + "/" + id, "").json(),
                free);
        assertError("events_insert_conflict_409.json", send(insert));
    }

    @Test
    void event_changesWhileTheEtagFits() {
        var event = google("POST", CALENDAR, """
                {"summary":"x","start":{"dateTime":"2026-10-01T10:00:00Z"},"end":{"dateTime":"2026-10-01T11:00:00Z"},
                 "extendedProperties":{"private":{"a":"1"}}}""").json();
        var path = CALENDAR + "/" + event.path("id").asString();

        var changed = call(
                "PATCH",
                path,
                "{\"extendedProperties\":{\"private\":{\"b\":\"2\"}}}",
                "If-Match",
                event.path("etag").asString());

        assertThat(changed.json().at("/extendedProperties/private").toString()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
        assertThat(changed.json().path("etag")).isNotEqualTo(event.path("etag"));
        var found =
                google("GET", CALENDAR + "?privateExtendedProperty=b%3D2", "").json();
        assertThat(found.path("items").size()).isEqualTo(1);
        var since = google(
                        "GET",
                        CALENDAR + "?syncToken=" + found.path("nextSyncToken").asString(),
                        "")
                .json();
        assertThat(since.path("items").isEmpty()).isTrue();
    }

    @Test
    void calendarRefusals_areMadeByTheirConditions() {
        world.post("/sim/faults", Map.of("target", "calendar", "kind", "status", "status", 403, "times", 1));
        assertError("calendar_error_403_rate.json", send(Fixture.of("google/events_insert_request.json")));

        var body = Fixture.of("google/events_insert_request.json")
                .content()
                .path("body")
                .toString();
        assertError(
                "calendar_error_403_forbidden.json",
                google("POST", "/calendar/v3/calendars/boss@example.invalid/events", body));
        assertThat(google("POST", CALENDAR, body.replace("9bbe", "XYZ!"))
                        .json()
                        .at("/error/message")
                        .asString())
                .isEqualTo("Invalid resource id value.");
        assertThat(google("GET", CALENDAR + "/nobody", "").status()).isEqualTo(404);
    }

    @Test
    void freeBusy_showsTakenTimesInTheAskedZone() {
        busy("2026-09-25T09:00:00Z", "2026-09-25T09:15:00Z");
        busy("2026-09-25T09:15:00Z", "2026-09-25T09:30:00Z");
        busy("2026-09-25T12:00:00Z", "2026-09-25T13:00:00Z");
        google("POST", CALENDAR, """
                {"transparency":"transparent","start":{"dateTime":"2026-09-25T15:00:00Z"},"end":{"dateTime":"2026-09-25T16:00:00Z"}}""");

        var answer = send(use("freebusy_request.json"));

        assertThat(answer.json()).isEqualTo(use("freebusy_response.json").content());
    }

    @Test
    void freeBusy_ofAnUnknownCalendar_isAnErrorInsideA200() {
        var request = (ObjectNode) Fixture.of("google/freebusy_request.json")
                .content()
                .path("body")
                .deepCopy();
        request.putArray("items").addObject().put("id", "nobody@example.invalid");

        var answer = google("POST", "/calendar/v3/freeBusy", request.toString());

        var expected = use("freebusy_response_calendar_error.json").content().toString();
        assertThat(answer.json().toString()).isEqualTo(expected.replace("sam@", "nobody@"));
    }

    @Test
    void freeBusy_onTheDayTheClocksChange_countsInstants() {
        busy("2026-10-25T01:30:00+01:00", "2026-10-25T02:00:00Z");

        var answer = google("POST", "/calendar/v3/freeBusy", """
                {"timeMin":"2026-10-25T00:00:00Z","timeMax":"2026-10-26T00:00:00Z","items":[{"id":"sam@example.invalid"}]}""");

        assertThat(answer.json())
                .isEqualTo(use("freebusy_response_overlaps_dst.json").content());
    }

    private static void busy(String start, String end) {
        var answer = world.post(
                "/sim/calendar/events",
                Map.of("calendarId", "sam@example.invalid", "summary", "busy", "start", start, "end", end));
        assertThat(answer.status()).isEqualTo(201);
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

    private static Answered signIn(Instant issued) {
        var claims = JSON.createObjectNode()
                .put("iss", "svc@project.example.invalid")
                .put("scope", "https://www.googleapis.com/auth/spreadsheets")
                .put("aud", "https://oauth2.googleapis.com/token")
                .put("iat", issued.getEpochSecond())
                .put("exp", issued.getEpochSecond() + 3600);
        var assertion = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(claims.toString()) + ".c2ln";
        var form = "grant_type="
                + URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&assertion=" + assertion;
        return world.call(world.request("/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
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

    private static Answered send(Fixture request) {
        return call(
                request.content().path("method").asString(),
                request.content().path("path").asString(),
                request.body().toString());
    }

    private static Answered google(String method, String path, String body) {
        return call(method, path, body);
    }

    private static Answered call(String method, String path, String body, String... headers) {
        return world.call(world.request(path, headers)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static void assertError(String file, Answered answer) {
        var expected = use(file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(expected.status());
        assertThat(answer.json()).isEqualTo(expected.body());
    }

    private static Fixture use(String file) {
        USED.add(file);
        return Fixture.of("google/" + file);
    }
}

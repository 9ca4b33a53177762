package io.inkstream.simulator.contract;

import static io.inkstream.simulator.contract.Fixture.assertSameShape;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Every recorded request, answer and error of Google Calendar, held against the fake. */
class CalendarContractTest extends GoogleContract {
    private static final UsedFixtures FILES = new UsedFixtures("google", CalendarContractTest::isOfTheCalendar);

    @AfterAll
    static void everyFileIsUsed() {
        FILES.mustBeAll();
    }

    @Test
    void event_isInsertedOnceAndItsIdStaysTaken() {
        var insert = FILES.use("events_insert_request.json");
        var inserted = send(insert);
        var id = inserted.json().path("id").asString();

        var free = List.of("etag", "created", "updated", "htmlLink", "email");
        assertSameShape(FILES.use("events_insert_response.json").content(), inserted.json(), free);
        assertError(FILES.use("events_insert_conflict_409.json"), send(insert));
        assertError(
                FILES.use("events_update_precondition_412.json"),
                call("PATCH", CALENDAR + "/" + id, "{\"status\":\"confirmed\"}", "If-Match", "\"1\""));
        assertThat(google("DELETE", CALENDAR + "/" + id, "").status()).isEqualTo(204);
        assertError(FILES.use("calendar_error_410_gone.json"), google("DELETE", CALENDAR + "/" + id, ""));
        assertSameShape(
                FILES.use("events_get_cancelled.json").content(),
                google("GET", CALENDAR + "/" + id, "").json(),
                free);
        assertError(FILES.use("events_insert_conflict_409.json"), send(insert));
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
        assertError(FILES.use("calendar_error_403_rate.json"), send(Fixture.of("google/events_insert_request.json")));

        var body = Fixture.of("google/events_insert_request.json")
                .content()
                .path("body")
                .toString();
        assertError(
                FILES.use("calendar_error_403_forbidden.json"),
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

        var answer = send(FILES.use("freebusy_request.json"));

        assertThat(answer.json()).isEqualTo(FILES.use("freebusy_response.json").content());
    }

    @Test
    void freeBusy_ofAnUnknownCalendar_isAnErrorInsideA200() {
        var request = (ObjectNode) Fixture.of("google/freebusy_request.json")
                .content()
                .path("body")
                .deepCopy();
        request.putArray("items").addObject().put("id", "nobody@example.invalid");

        var answer = google("POST", "/calendar/v3/freeBusy", request.toString());

        var expected =
                FILES.use("freebusy_response_calendar_error.json").content().toString();
        assertThat(answer.json().toString()).isEqualTo(expected.replace("sam@", "nobody@"));
    }

    @Test
    void freeBusy_onTheDayTheClocksChange_countsInstants() {
        busy("2026-10-25T01:30:00+01:00", "2026-10-25T02:00:00Z");

        var answer = google("POST", "/calendar/v3/freeBusy", """
                {"timeMin":"2026-10-25T00:00:00Z","timeMax":"2026-10-26T00:00:00Z","items":[{"id":"sam@example.invalid"}]}""");

        assertThat(answer.json())
                .isEqualTo(FILES.use("freebusy_response_overlaps_dst.json").content());
    }

    private static void busy(String start, String end) {
        var answer = world.post(
                "/sim/calendar/events",
                Map.of("calendarId", "sam@example.invalid", "summary", "busy", "start", start, "end", end));
        assertThat(answer.status()).isEqualTo(201);
    }

    /** The other files are of Sheets and of its tokens. */
    static boolean isOfTheCalendar(String file) {
        return file.startsWith("freebusy") || file.startsWith("events_") || file.startsWith("calendar_");
    }
}

package io.inkstream.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.simulator.World;
import io.inkstream.simulator.World.Answered;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

/** Google as the studio calls it, with a spreadsheet and calendars that exist. */
abstract class GoogleContract {
    static final String SPREADSHEET = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789testonly";
    static final String SHEET = "/v4/spreadsheets/" + SPREADSHEET;
    static final String CALENDAR = "/calendar/v3/calendars/sam@example.invalid/events";
    static final JsonMapper JSON = JsonMapper.shared();
    static World world;
    static String token = "";

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
    static void stop() {
        world.close();
        world.studio().close();
    }

    @BeforeEach
    void emptySheet() {
        world.delete("/sim/faults");
        google("POST", SHEET + "/values/Bookings:clear", "{}");
    }

    static Answered signIn(Instant issued) {
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

    static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Answered send(Fixture request) {
        return call(
                request.content().path("method").asString(),
                request.content().path("path").asString(),
                request.body().toString());
    }

    static Answered google(String method, String path, String body) {
        return call(method, path, body);
    }

    static Answered call(String method, String path, String body, String... headers) {
        return world.call(world.request(path, headers)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    static void assertError(Fixture expected, Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(expected.status());
        assertThat(answer.json()).isEqualTo(expected.body());
    }
}

package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, and how often. */
class AccessIT {
    private static final Map<String, String> GOOD =
            Map.of("email", "admin@inkstream.local", "password", "inkstream-dev-admin");

    private static RunningAdmin admin;

    @BeforeAll
    static void start() {
        admin = RunningAdmin.start(Map.of(
                "inkstream.admin.limits.authenticated-per-second", "1",
                "inkstream.admin.limits.authenticated-burst", "40",
                "inkstream.admin.limits.anonymous-burst", "30",
                "inkstream.admin.limits.anonymous-per-second", "1",
                "inkstream.admin.limits.failed-logins-per-minute", "3",
                "inkstream.admin.limits.trusted-proxies", "127.0.0.0/8"));
    }

    @AfterAll
    static void stop() {
        admin.close();
    }

    /** Behind the trusted proxy each test is a client of its own. */
    private static Api from(String address) {
        return admin.stranger().with(Map.of("X-Forwarded-For", address));
    }

    private static int got(Future<Integer> status) {
        try {
            return status.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/leads",
                "/api/leads/x",
                "/api/commands/x",
                "/api/outbound",
                "/api/events",
                "/api/dead-letters",
                "/api/dead-letters/x",
                "/api/stream",
                "/api/funnel",
                "/api/parse-health",
                "/api/slot-parse-stats",
                "/api/replay/projections",
                "/api/session",
                "/api/no-such-thing"
            })
    void apiPath_withoutKeyOrSession_answers401AsAProblem(String path) {
        var answer = from("10.0.0." + Math.abs(path.hashCode() % 250)).get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void wrongKey_answers401() {
        var answer =
                from("10.1.0.1").with(Map.of("X-Api-Key", "inkstream-dev-kez")).get("/api/leads");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void openPaths_needNoKey() {
        var stranger = from("10.1.0.2");

        assertThat(stranger.get("/").status()).isEqualTo(200);
        assertThat(stranger.get("/api/openapi.json").status()).isEqualTo(200);
        assertThat(stranger.get("/a/some-token").status()).isEqualTo(404);
    }

    @Test
    void login_opensASession_whichNeedsTheCsrfTokenToChangeAnything() {
        var browser = from("10.1.0.3");

        var login = browser.post("/api/login", GOOD);

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.body().path("user").asString()).isEqualTo("admin@inkstream.local");
        assertThat(login.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("INKSTREAM_SESSION=")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict"));
        assertThat(browser.get("/api/leads").status()).isEqualTo(200);
        assertThat(browser.post("/api/leads/x/commands", Map.of("type", "ask", "text", "hi"))
                        .status())
                .isEqualTo(403);
        var token = browser.cookie("XSRF-TOKEN");
        assertThat(token).isNotNull();
        assertThat(browser.post(
                                "/api/leads/x/commands",
                                Map.of("type", "ask", "text", "hi"),
                                Map.of("X-XSRF-TOKEN", String.valueOf(token)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void logout_endsTheSession() {
        var browser = from("10.1.0.4");
        browser.post("/api/login", GOOD);

        var logout = browser.post(
                "/api/logout", Map.of(), Map.of("X-XSRF-TOKEN", String.valueOf(browser.cookie("XSRF-TOKEN"))));

        assertThat(logout.status()).isEqualTo(204);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void wrongPasswords_areRefusedAlike_andBlockedAfterAFew() {
        var guesser = from("10.1.0.5");

        var wrongPassword = guesser.post("/api/login", Map.of("email", "admin@inkstream.local", "password", "x"));
        var wrongUser = guesser.post("/api/login", Map.of("email", "nobody@inkstream.local", "password", "x"));
        guesser.post("/api/login", Map.of());

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongUser.body()).isEqualTo(wrongPassword.body());
        var blocked = guesser.post("/api/login", GOOD);
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.header("Retry-After")).isEqualTo("60");
        assertThat(from("10.1.0.6").post("/api/login", GOOD).status()).isEqualTo(200);
    }

    @Test
    void wrongPasswords_sentAllAtOnce_areCountedAllTheSame() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> from("10.1.0.14")
                            .post("/api/login", Map.of("email", "admin@inkstream.local", "password", "guess-" + i))
                            .status()))
                    .toList();

            assertThat(tries.stream().filter(status -> got(status) == 401)).hasSize(3);
        }
    }

    @Test
    void rightPasswords_areNotCounted() {
        var browser = from("10.1.0.15");

        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/api/login", GOOD).status()).isEqualTo(200);
        }
    }

    @Test
    void login_givesANewSession_andTheOldIdIsWorthNothing() {
        var browser = from("10.1.0.16");
        browser.post("/api/login", GOOD);
        var planted = String.valueOf(browser.cookie("INKSTREAM_SESSION"));

        browser.post("/api/login", GOOD);

        assertThat(browser.cookie("INKSTREAM_SESSION")).isNotNull().isNotEqualTo(planted);
        var thief = from("10.1.0.16").with(Map.of("Cookie", "INKSTREAM_SESSION=" + planted));
        assertThat(thief.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void login_withAnEndlessPassword_isRefusedLikeAnyOther() {
        var answer = from("10.1.0.17")
                .post("/api/login", Map.of("email", "admin@inkstream.local", "password", "x".repeat(1_000)));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void bodyThatNoCommandNeeds_isRefusedUnread() {
        var answer = from("10.1.0.18").post("/api/login", Map.of("email", "x".repeat(200_000), "password", "x"));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void pathThatNoClientSends_isRefusedAsAProblem() {
        var answer = from("10.1.0.19").get("/api/leads;x=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void key_isHeldToItsRate_otherClientsAreNot() {
        var busy = from("10.1.0.7").with(Map.of("X-Api-Key", "inkstream-dev-key"));
        var other = from("10.1.0.8").with(Map.of("X-Api-Key", "inkstream-dev-key"));

        var answers = IntStream.range(0, 60)
                .mapToObj(_ -> busy.get("/api/commands/none"))
                .toList();

        var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(refused).isNotEmpty();
        assertThat(refused.getFirst().header("Retry-After")).isNotNull();
        assertThat(refused.getFirst().header("Content-Type")).startsWith("application/problem+json");
        assertThat(answers.subList(0, 40))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        assertThat(other.get("/api/commands/none").status()).isEqualTo(404);
    }

    @Test
    void pathWrittenInAnotherWay_isHeldToTheSameRate() {
        var guesser = from("10.1.0.13");

        var statuses = IntStream.range(0, 40)
                .mapToObj(_ -> guesser.get("/%61pi/leads").status())
                .distinct()
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(401, 429);
    }

    @Test
    void linkPath_isHeldToItsRate() {
        var guesser = from("10.1.0.9");

        var statuses = IntStream.range(0, 40)
                .mapToObj(i -> guesser.get("/a/token-" + i).status())
                .distinct()
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(404, 429);
    }

    @Test
    void answers_carrySecureHeaders() {
        var answer = from("10.1.0.10").get("/");

        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(List.of("0", "DENY")).contains(String.valueOf(answer.header("X-Frame-Options")));
    }

    @Test
    void unknownPath_withKey_answers404AsAProblem() {
        var answer =
                from("10.1.0.11").with(Map.of("X-Api-Key", "inkstream-dev-key")).get("/api/no-such-thing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void actuator_isOnTheManagementPortOnly() {
        assertThat(from("10.1.0.12").get("/actuator/health").status()).isEqualTo(404);
        assertThat(admin.management().get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(admin.management().get("/actuator/prometheus").response().body())
                .contains("inkstream_projection_lag");
    }

    @Test
    void businessClock_canBeMovedInStandalone() {
        var moved = admin.management().post("/actuator/businessclock", Map.of("offset", "PT36H"));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(admin.management()
                        .get("/actuator/businessclock")
                        .body()
                        .path("offset")
                        .asString())
                .isEqualTo("PT36H");
    }
}

package io.inkstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.cli.StubAdminApi.Answer;
import io.inkstream.local.FreePorts;
import org.junit.jupiter.api.Test;

class ReplayCommandTest {
    private static final String RUNNING = """
            {"id": 7, "state": "RUNNING", "askedBy": "api-key",
             "progress": {"phase": "READING", "dryRun": false, "recordsRead": 10, "recordsTotal": 40, "recordsParked": 0}}""";
    private static final String DONE = """
            {"id": 7, "state": "DONE", "askedBy": "api-key",
             "progress": {"phase": "DONE", "dryRun": false, "recordsRead": 40, "recordsTotal": 40, "recordsParked": 0,
              "differences": 1, "tables": [{"table": "leads", "live": 12, "rebuilt": 12, "onlyLive": 0,
              "onlyRebuilt": 0, "different": 1, "carriedOver": 0, "samples": ["ab12"]}]}}""";
    private static final String FAILED = """
            {"id": 7, "state": "FAILED", "askedBy": "api-key",
             "progress": {"phase": "READING", "dryRun": false, "recordsRead": 10, "recordsTotal": 40, "recordsParked": 0,
              "error": "the service was stopped"}}""";

    @Test
    void replay_whenItEndsWell_saysHowItWentAndExitsWithZero() {
        try (var api = new StubAdminApi(new Answer(202, RUNNING), new Answer(200, DONE))) {
            var run = CommandRun.of("replay", "projections", "--admin", api.url() + "/", "--api-key", "k1");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsExactly(
                            "rebuild 7: reading, 10 of 40 records read",
                            "rebuild 7: done, 40 of 40 records read",
                            "  leads: 12 rows live, 12 rebuilt; 1 differ, 0 only live, 0 only rebuilt; such as ab12",
                            "done; the rebuilt tables are live");
            assertThat(api.requests())
                    .containsExactly(
                            "POST /api/replay/projections k1 {\"dryRun\":false}", "GET /api/replay/projections/7 k1 ");
        }
    }

    @Test
    void replay_whenALookFails_saysSoAndLooksAgain() {
        var away = new Answer(503, "{\"title\": \"Service Unavailable\", \"detail\": \"The database is away.\"}");
        try (var api =
                new StubAdminApi(new Answer(202, RUNNING), away, away, StubAdminApi.HANGS_UP, new Answer(200, DONE))) {
            var run = CommandRun.of("replay", "projections", "--admin", api.url());

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .startsWith(
                            "rebuild 7: reading, 10 of 40 records read",
                            "rebuild 7: the admin API answered 503: The database is away.; asking again for 120 s",
                            "rebuild 7: the admin API answers again",
                            "rebuild 7: done, 40 of 40 records read")
                    .endsWith("done; the rebuilt tables are live");
        }
    }

    @Test
    void replay_whenLooksGoOnFailing_endsWithWhereToAsk() {
        try (var api = new StubAdminApi(new Answer(202, RUNNING), StubAdminApi.HANGS_UP)) {
            var run = CommandRun.of("replay", "projections", "--admin", api.url(), "--patience", "PT1S");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains(
                            "lost sight of rebuild 7, which may still be running (GET /api/replay/projections/7 tells)");
            assertThat(api.requests()).hasSizeGreaterThan(2);
        }
    }

    @Test
    void replay_whenALookIsRefused_endsAtOnce() {
        try (var api = new StubAdminApi(new Answer(202, RUNNING), new Answer(404, "{\"title\": \"Not Found\"}"))) {
            var run = CommandRun.of("replay", "projections", "--admin", api.url());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("the admin API answered 404: Not Found");
            assertThat(api.requests()).hasSize(2);
        }
    }

    @Test
    void replay_whenDryRun_asksForIt() {
        try (var api = new StubAdminApi(new Answer(202, DONE))) {
            CommandRun.of("replay", "projections", "--dry-run", "--admin", api.url());

            assertThat(api.requests())
                    .containsExactly("POST /api/replay/projections inkstream-dev-key {\"dryRun\":true}");
        }
    }

    @Test
    void replay_whenItFails_exitsWithOneAndSaysWhy() {
        try (var api = new StubAdminApi(new Answer(202, RUNNING), new Answer(200, FAILED))) {
            var run = CommandRun.of("replay", "projections", "--admin", api.url());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out())
                    .last()
                    .isEqualTo("failed: the service was stopped; the live tables stay as they were");
        }
    }

    @Test
    void replay_whenRefused_saysWhatTheApiSaidWithoutTheKey() {
        try (var api =
                new StubAdminApi(new Answer(401, "{\"title\": \"Unauthorized\", \"detail\": \"Unknown key.\"}"))) {
            var run = CommandRun.of("replay", "projections", "--admin", api.url(), "--api-key", "k-secret");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains("the admin API answered 401: Unknown key. (is --api-key right?)")
                    .doesNotContain("k-secret");
        }
    }

    @Test
    void replay_whenSomethingElseAnswers_saysSo() {
        try (var api = new StubAdminApi(new Answer(200, "<html>"))) {
            var run = CommandRun.of("replay", "projections", "--admin", api.url());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("is --admin right?");
        }
    }

    @Test
    void replay_whenNobodyAnswers_saysWhere() {
        var url = "http://127.0.0.1:" + FreePorts.next();

        var run = CommandRun.of("replay", "projections", "--admin", url);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the admin API at " + url + " does not answer");
    }

    @Test
    void sheet_isRebuilt_andToldBeforeAndAfter() {
        var drifted = """
                {"studio": "studio", "rows": 3, "due": 0, "missing": 1, "different": 1, "foreign": 2, "samples": []}""";
        var mended = """
                {"studio": "studio", "rows": 3, "due": 0, "missing": 0, "different": 0, "foreign": 2, "samples": []}""";
        try (var api = new StubAdminApi(
                new Answer(200, drifted),
                new Answer(200, "{\"recordsRead\": 9, \"due\": 3}"),
                new Answer(200, mended))) {
            var run = CommandRun.of("replay", "sheet", "--studio", "studio", "--sheets", api.url());

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsExactly(
                            "3 rows compared: 1 missing, 1 different, 2 below that are not ours, 0 still to be written",
                            "9 records read, 3 rows to write",
                            "3 rows compared: 0 missing, 0 different, 2 below that are not ours, 0 still to be written");
            assertThat(api.requests()).allSatisfy(request -> assertThat(request).contains("/actuator/sheets/studio"));
        }
    }

    @Test
    void sheet_whenNobodyHasIt_saysSo() {
        try (var api = new StubAdminApi(new Answer(404, "{\"error\": \"no such sheet\"}"))) {
            var run = CommandRun.of("replay", "sheet", "--studio", "nobody", "--dry-run", "--sheets", api.url());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("no such sheet");
        }
    }
}

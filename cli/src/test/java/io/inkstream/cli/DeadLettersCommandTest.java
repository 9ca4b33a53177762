package io.inkstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.cli.StubAdminApi.Answer;
import org.junit.jupiter.api.Test;

class DeadLettersCommandTest {
    private static final String LETTERS = """
            {"items": [{"id": "a1", "occurredAt": "2026-10-01T10:00:00Z", "topic": "wa.outbound.dlt.v1",
              "reason": "whatsapp.131026", "attempts": 2, "detail": "131026 not deliverable"}]}""";
    private static final String LETTER = """
            {"id": "a1", "topic": "wa.outbound.dlt.v1", "attempts": 2, "payload": "{\\"type\\":\\"message.send\\"}"}""";
    private static final String RUNNING = """
            {"id": 3, "state": "RUNNING", "found": 4, "total": 2, "quarantined": 1, "notRepeatable": 1, "sent": 1,
             "byTopic": {"wa.outbound.v1": 2}}""";
    private static final String DONE = RUNNING.replace("RUNNING", "DONE").replace("\"sent\": 1", "\"sent\": 2");

    @Test
    void list_showsALineEach() {
        try (var api = new StubAdminApi(new Answer(200, LETTERS))) {
            var run = CommandRun.of("dlt", "ls", "--topic", "wa.outbound.dlt.v1", "--admin", api.url());

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsExactly("a1  2026-10-01T10:00:00Z  wa.outbound.dlt.v1  whatsapp.131026  x2"
                            + "  131026 not deliverable");
        }
    }

    @Test
    void show_endsWithThePayload() {
        try (var api = new StubAdminApi(new Answer(200, LETTER))) {
            var run = CommandRun.of("dlt", "show", "a1", "--admin", api.url());

            assertThat(run.out()).contains("attempts: 2").endsWith("payload:", "{\"type\":\"message.send\"}");
            assertThat(api.requests().getFirst()).startsWith("GET /api/dead-letters/a1 ");
        }
    }

    @Test
    void redrive_followsToTheEnd() {
        try (var api = new StubAdminApi(new Answer(202, RUNNING), new Answer(200, DONE))) {
            var run = CommandRun.of(
                    "dlt", "redrive", "--code", "whatsapp.131026", "--because", "mended", "--admin", api.url());

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsExactly(
                            "[###############...............] 1 of 2",
                            "[##############################] 2 of 2",
                            "4 found, 2 to send, 1 in quarantine after three redrives, 1 that cannot be put back",
                            "  wa.outbound.v1: 2",
                            "done: redrive 3");
            assertThat(api.requests())
                    .containsExactly(
                            "POST /api/dead-letters/redrive inkstream-dev-key"
                                    + " {\"dryRun\":false,\"code\":\"whatsapp.131026\",\"reason\":\"mended\"}",
                            "GET /api/redrives/3 inkstream-dev-key ");
        }
    }

    @Test
    void redrive_whenDry_onlyCounts() {
        try (var api = new StubAdminApi(new Answer(200, RUNNING.replace("RUNNING", "DRY_RUN")))) {
            var run = CommandRun.of("dlt", "redrive", "a1", "a2", "--dry-run", "--admin", api.url());

            assertThat(run.out()).last().isEqualTo("dry run: nothing was sent");
            assertThat(api.requests().getFirst()).endsWith("{\"dryRun\":true,\"ids\":[\"a1\",\"a2\"]}");
        }
    }
}

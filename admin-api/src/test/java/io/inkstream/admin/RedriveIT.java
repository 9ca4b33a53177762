package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.outbound.SendReceipt;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dead letters are put back where they came from: counted first, with a reason, not for ever. */
class RedriveIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Api api = RunningAdmin.shared().api();
    private final ApiDescription described =
            new ApiDescription(api.get("/api/openapi.json").body());
    private final String code = "test." + UUID.randomUUID();
    private final String key = "key-" + UUID.randomUUID();
    private int deaths;

    @Test
    void redrive_putsTheRecordBackAsItWas_withItsNumber_untilItIsInQuarantine() {
        var payload = Json.writeText(new SendReceipt(
                key + ":outcome",
                Person.T0,
                "studio",
                "contact",
                key,
                null,
                Role.CLIENT,
                Outcome.DEAD,
                null,
                null,
                null));
        for (var number = 1; number <= 3; number++) {
            dies(Topics.PROCESSOR_DLT, Topics.RECEIPTS.name(), key, payload);

            var redrive = redriven();

            assertThat(redrive.path("state").asString()).isEqualTo("DONE");
            assertThat(redrive.path("sent").asInt()).isEqualTo(1);
        }
        try (var events = TestKafka.read(Topics.RECEIPTS)) {
            var records = events.await(entry -> key.equals(entry.key()), 3, SOON);
            assertThat(records)
                    .extracting(entry -> entry.header(RecordHeaders.REDRIVE))
                    .containsExactly("1", "2", "3");
            assertThat(records)
                    .allSatisfy(entry -> assertThat(new String(entry.source().value(), StandardCharsets.UTF_8))
                            .isEqualTo(payload));
        }
        dies(Topics.PROCESSOR_DLT, Topics.RECEIPTS.name(), key, payload);

        var fourth = api.post("/api/dead-letters/redrive", Map.of("code", code, "dryRun", true))
                .body();

        assertThat(fourth.path("total").asInt()).isZero();
        assertThat(fourth.path("quarantined").asInt()).isEqualTo(1);
    }

    @Test
    void dryRun_counts_andSendsNothing() {
        dies(Topics.OUTBOUND_DLT, Topics.OUTBOUND.name(), "studio/447700900123", "{}");
        dies(Topics.PROCESSOR_DLT, Topics.INBOUND.name(), "studio/447700900123", "{}");
        dies(Topics.PROCESSOR_DLT, "wa.statuses.v1", "studio/447700900123", "{}");

        var answer = api.post("/api/dead-letters/redrive", Map.of("code", code, "dryRun", true));

        described.fits("post", "/api/dead-letters/redrive", answer);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("state").asString()).isEqualTo("DRY_RUN");
        assertThat(answer.body().path("found").asInt()).isEqualTo(3);
        assertThat(answer.body().path("total").asInt()).isEqualTo(2);
        assertThat(answer.body().path("notRepeatable").asInt()).isEqualTo(1);
        assertThat(answer.body().path("byTopic").path("wa.outbound.v1").asInt()).isEqualTo(1);
        assertThat(api.post("/api/dead-letters/redrive", Map.of("code", code, "dryRun", true))
                        .body())
                .as("nothing has changed")
                .isEqualTo(answer.body());
    }

    @Test
    void redrive_withoutFilterOrReasonOrAtAnAbsurdRate_isRefused() {
        for (var request : List.of(
                Map.<String, Object>of("reason", "mended"),
                Map.<String, Object>of("reason", "mended", "studio", ""),
                Map.<String, Object>of("reason", "mended", "ids", List.of("")),
                Map.<String, Object>of("code", code, "reason", "mended", "topic", " "),
                Map.<String, Object>of("code", code),
                Map.<String, Object>of("code", code, "reason", "mended", "perSecond", 100_000))) {
            var answer = api.post("/api/dead-letters/redrive", request);

            described.fits("post", "/api/dead-letters/redrive", answer);
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(api.get("/api/redrives/999999").status()).isEqualTo(404);
    }

    private JsonNode redriven() {
        var answer = api.post("/api/dead-letters/redrive", Map.of("code", code, "reason", "mended", "perSecond", 50));
        described.fits("post", "/api/dead-letters/redrive", answer);
        assertThat(answer.status()).isEqualTo(202);
        var path = "/api/redrives/" + answer.body().path("id").asLong();
        await().atMost(SOON)
                .until(() -> !api.get(path).body().path("state").asString().equals("RUNNING"));
        var end = api.get(path);
        described.fits("get", "/api/redrives/{id}", end);
        described.fits("get", "/api/redrives", api.get("/api/redrives"));
        assertThat(end.body().path("reason").asString()).isEqualTo("mended");
        return end.body();
    }

    private void dies(Topic<DeadLetter> topic, String origin, String recordKey, String payload) {
        var id = Ids.derived(code, "letter", ++deaths);
        TestKafka.send(
                topic,
                recordKey,
                new DeadLetter(
                        id,
                        Person.T0.plusSeconds(deaths),
                        "test",
                        code,
                        null,
                        "studio",
                        origin,
                        0,
                        deaths,
                        recordKey,
                        payload,
                        false,
                        1));
        await().atMost(SOON).until(() -> api.get("/api/dead-letters/" + id).status() == 200);
    }
}

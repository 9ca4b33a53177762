package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the API answers is what {@code /api/openapi.json} says it answers. */
class ApiDescriptionIT {
    private final Api api = RunningAdmin.shared().api();
    private final Api stranger = RunningAdmin.shared().stranger();
    private final ApiDescription described =
            new ApiDescription(api.get("/api/openapi.json").body());
    private final Person ana = new Person();

    @Test
    void readAnswers_areAsDescribed() {
        someHistory();

        for (var path : List.of(
                "/api/leads",
                "/api/outbound",
                "/api/events",
                "/api/dead-letters",
                "/api/funnel",
                "/api/parse-health",
                "/api/slot-parse-stats",
                "/api/replay/projections")) {
            described.fits("get", path, api.get(path));
        }
        described.fits("get", "/api/leads/{leadId}", api.get("/api/leads/" + ana.leadId()));
    }

    @Test
    void commandAnswers_areAsDescribed() {
        someHistory();
        var id = UUID.randomUUID().toString();
        var ask = Map.of("type", "ask", "commandId", id, "text", "Hello");
        var path = "/api/leads/{leadId}/commands";

        var pending = api.post("/api/leads/" + ana.leadId() + "/commands", ask);
        var taken = api.post("/api/leads/another/commands", ask);

        assertThat(List.of(pending.status(), taken.status())).containsExactly(202, 409);
        described.fits("post", path, pending);
        described.fits("post", path, taken);
        described.fits("get", "/api/commands/{commandId}", api.get("/api/commands/" + id));
    }

    @Test
    void sessions_areAsDescribed() {
        var login = stranger.post(
                "/api/login", Map.of("email", "admin@inkstream.local", "password", "inkstream-dev-admin"));
        described.fits("post", "/api/login", login);
        described.fits("get", "/api/session", stranger.get("/api/session"));
        var logout = stranger.post(
                "/api/logout", Map.of(), Map.of("X-XSRF-TOKEN", String.valueOf(stranger.cookie("XSRF-TOKEN"))));
        assertThat(logout.status()).isEqualTo(204);
        described.fits("post", "/api/logout", logout);
    }

    @Test
    void errors_areAsDescribed() {
        described.fits("get", "/api/leads", api.get("/api/leads?status=NO_SUCH"));
        described.fits("get", "/api/leads", stranger.get("/api/leads"));
        described.fits("get", "/api/leads/{leadId}", api.get("/api/leads/nobody"));
        described.fits("post", "/api/login", stranger.post("/api/login", Map.of("email", "x", "password", "y")));
        described.fits("get", "/api/replay/projections/{id}", api.get("/api/replay/projections/999999"));
        described.fits(
                "post", "/api/leads/{leadId}/commands", api.post("/api/leads/x/commands", Map.of("type", "teleport")));
    }

    @Test
    void waysIn_areDescribed() {
        assertThat(described.securitySchemes()).contains("X-Api-Key", "INKSTREAM_SESSION");
    }

    private void someHistory() {
        TestKafka.send(Topics.CONTACTS, ana.contactId(), ana.contact());
        TestKafka.send(
                Topics.LEAD_EVENTS,
                ana.contactId(),
                ana.decision(
                        "a dragon",
                        ana.lead(Status.QUALIFYING, 2, Map.of("idea", Answer.ofText("dragon", "a dragon"))),
                        List.of(new LeadEvent.StatusChanged(Status.NEW, Status.QUALIFYING, null)),
                        List.of()));
        TestKafka.send(
                Topics.LEDGER,
                ana.contactId(),
                ana.ledger(UUID.randomUUID().toString(), Role.CLIENT, 1, 1, LedgerState.SENT, "wamid.1"));
        TestKafka.send(
                Topics.SYSTEM_EVENTS,
                UUID.randomUUID().toString(),
                new SystemEvent(
                        UUID.randomUUID().toString(),
                        Person.T0,
                        SystemEvent.Level.WARN,
                        "test.described",
                        "studio",
                        null,
                        null,
                        Map.of("what", "a test")));
        await().until(() ->
                api.get("/api/leads?phone=" + ana.phone()).body().path("items").size() == 1
                        && api.get("/api/outbound?phone=" + ana.phone())
                                        .body()
                                        .path("items")
                                        .size()
                                == 1
                        && !api.get("/api/events?name=test.described")
                                .body()
                                .path("items")
                                .isEmpty());
    }
}

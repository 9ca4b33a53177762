package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.LeadInstruction.LeadCommand;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A command goes to the log, and its answer is what the conversation made of it. */
class CommandsIT {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final RunningAdmin admin = RunningAdmin.shared();
    private final Api api = admin.api();
    private final Person ana = new Person();
    private final String commandId = UUID.randomUUID().toString();

    @Test
    void command_whenAccepted_answers200WithTheLeadAlreadyShowingIt() {
        pendingApproval();
        var responder = respondWith(Status.AWAITING_DEPOSIT, true);

        var answer = api.post(
                commandsPath(),
                Map.of("type", "approve", "commandId", commandId, "expectedVersion", 5, "priceFrom", 40000));

        var command = responder.join();
        assertThat(command.action()).isEqualTo(new LeadAction.Approve(40000L, null, null));
        assertThat(command.expectedVersion()).isEqualTo(5);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("outcome").asString()).isEqualTo("ACCEPTED");
        var lead = api.get("/api/leads/" + ana.leadId()).body();
        assertThat(lead.path("status").asString()).isEqualTo("AWAITING_DEPOSIT");
    }

    @Test
    void command_whenRejected_answers409AsAProblem_andGetSaysTheSame() {
        pendingApproval();
        var responder = respondWith(Status.PENDING_APPROVAL, false);

        var answer = api.post(commandsPath(), Map.of("type", "reject", "commandId", commandId, "expectedVersion", 3));

        responder.join();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:inkstream:problem:command-rejected");
        assertThat(answer.body().path("reason").asString()).isEqualTo("STALE_VERSION");
        assertThat(answer.body().path("version").asLong()).isEqualTo(5);
        assertThat(api.get("/api/commands/" + commandId).status()).isEqualTo(409);
    }

    @Test
    void command_whenNotDecidedInTime_answers202_andIsFoundUntilDecided() {
        pendingApproval();

        var answer = api.post(commandsPath(), Map.of("type", "approve", "commandId", commandId, "expectedVersion", 5));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/commands/" + commandId);
        assertThat(api.get("/api/commands/" + commandId).status()).isEqualTo(202);
        respondWith(Status.AWAITING_DEPOSIT, true).join();
        await().untilAsserted(() ->
                assertThat(api.get("/api/commands/" + commandId).status()).isEqualTo(200));
    }

    @Test
    void command_whenSentAgain_getsItsFirstOutcome() {
        pendingApproval();
        var responder = respondWith(Status.AWAITING_DEPOSIT, true);
        var body = Map.of("type", "approve", "commandId", commandId, "expectedVersion", 5);
        api.post(commandsPath(), body);
        responder.join();

        var again = api.post(commandsPath(), body);

        assertThat(again.status()).isEqualTo(200);
        try (var commands = TestKafka.read(Topics.LEAD_COMMANDS)) {
            assertThat(commands.all(ana.conversationKey())).hasSize(1);
        }
    }

    @Test
    void commandId_whenUsedForAnotherLead_answers409() {
        pendingApproval();
        api.post(commandsPath(), Map.of("type", "ask", "commandId", commandId, "text", "Hello"));

        var answer =
                api.post("/api/leads/another/commands", Map.of("type", "ask", "commandId", commandId, "text", "Hi"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("type").asString()).endsWith("command-id-taken");
    }

    @Test
    void commandId_whenUsedForTwoLeadsAtOnce_isPublishedForOne() {
        var ben = new Person();
        pendingApproval();
        pendingApproval(ben);
        var ids = IntStream.range(0, 10)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var id : ids) {
                var ask = Map.of("type", "ask", "commandId", id, "text", "Hello");
                for (var person : List.of(ana, ben)) {
                    var _ = threads.submit(() -> api.post("/api/leads/" + person.leadId() + "/commands", ask));
                }
            }
        }

        try (var commands = TestKafka.read(Topics.LEAD_COMMANDS)) {
            var published = Stream.of(ana, ben)
                    .flatMap(person -> commands.all(person.conversationKey()).stream())
                    .map(entry -> ((LeadCommand) entry.required()).id());
            assertThat(published).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void command_carriesTheTraceOfItsCaller() {
        pendingApproval();
        var traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        api.post(
                commandsPath(),
                Map.of("type", "ask", "commandId", commandId, "text", "Hello"),
                Map.of("traceparent", traceparent, "X-Correlation-ID", "from-the-caller"));
        api.post(
                commandsPath(),
                Map.of("type", "ask", "text", "Hello"),
                Map.of("traceparent", "00-zzz", "X-Correlation-ID", "not sane"));

        try (var commands = TestKafka.read(Topics.LEAD_COMMANDS)) {
            var sent = commands.all(ana.conversationKey());
            assertThat(sent.getFirst().header("traceparent")).isEqualTo(traceparent);
            assertThat(sent.getFirst().header("correlation-id")).isEqualTo("from-the-caller");
            assertThat(sent.getLast().header("traceparent")).isNull();
            assertThat(sent.getLast().header("correlation-id")).isNotEqualTo("not sane");
        }
    }

    @Test
    void command_whenItsFormIsWrong_answers400AndPublishesNothing() {
        pendingApproval();

        for (var body : List.of(
                Map.of("type", "teleport", "expectedVersion", 5),
                Map.of("expectedVersion", 5),
                Map.of("type", "approve"),
                Map.of("type", "approve", "expectedVersion", 5, "priceFrom", "many"),
                Map.of("type", "approve", "expectedVersion", 5, "priceFrom", 20, "priceTo", 10),
                Map.of("type", "approve", "expectedVersion", 5, "colour", "red"),
                Map.of("type", "approve", "expectedVersion", 5, "commandId", "no spaces allowed"),
                Map.of("type", "ask", "text", " "),
                Map.of("type", "ask", "text", "x".repeat(5000)))) {
            var answer = api.post(commandsPath(), body);
            assertThat(answer.status()).as(body.toString()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }

        assertThat(api.post(commandsPath(), "{not json").status()).isEqualTo(400);
        assertThat(api.post(commandsPath(), """
                {"type":"ask","text":"half a pair: \\ud83d"}""").status()).isEqualTo(400);
        try (var commands = TestKafka.read(Topics.LEAD_COMMANDS)) {
            assertThat(commands.all(ana.conversationKey())).isEmpty();
        }
    }

    @Test
    void command_whenLeadOrCommandIsUnknown_answers404() {
        assertThat(api.post("/api/leads/nobody/commands", Map.of("type", "ask", "text", "Hello"))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/commands/never-seen").status()).isEqualTo(404);
        assertThat(api.get("/api/leads/nobody").status()).isEqualTo(404);
    }

    private String commandsPath() {
        return "/api/leads/" + ana.leadId() + "/commands";
    }

    private void pendingApproval() {
        pendingApproval(ana);
    }

    private void pendingApproval(Person person) {
        TestKafka.send(Topics.CONTACTS, person.contactId(), person.contact());
        TestKafka.send(
                Topics.LEAD_EVENTS,
                person.contactId(),
                person.decision(
                        "flexible",
                        person.lead(Status.PENDING_APPROVAL, 5),
                        List.of(new LeadEvent.StatusChanged(Status.QUALIFYING, Status.PENDING_APPROVAL, null)),
                        List.of()));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                api.get("/api/leads/" + person.leadId()).status())
                        .isEqualTo(200));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.get("/api/leads?phone=" + person.phone())
                                .body()
                                .path("items")
                                .size())
                        .isEqualTo(1));
    }

    /** Plays the conversation: waits for the command on the log and writes its decision. */
    private CompletableFuture<LeadCommand> respondWith(Status status, boolean accept) {
        return CompletableFuture.supplyAsync(() -> {
            try (var commands = TestKafka.read(Topics.LEAD_COMMANDS)) {
                var found = commands.await(
                        entry -> entry.required() instanceof LeadCommand command
                                && command.id().equals(commandId),
                        LIMIT);
                assertThat(found.key()).isEqualTo(ana.conversationKey());
                var command = (LeadCommand) found.required();
                TestKafka.send(Topics.LEAD_EVENTS, ana.contactId(), decide(command, status, accept));
                return command;
            }
        });
    }

    private io.inkstream.schemas.lead.DecisionRecord decide(LeadCommand command, Status status, boolean accept) {
        var input = new Input.Command(
                command.id(),
                command.occurredAt(),
                command.leadId(),
                command.expectedVersion(),
                command.actor(),
                command.door(),
                command.action());
        LeadEvent event = accept
                ? new LeadEvent.CommandAccepted(command.id(), "approve", command.actor(), command.door())
                : new LeadEvent.CommandRejected(
                        command.id(),
                        "reject",
                        command.actor(),
                        LeadEvent.Rejection.STALE_VERSION,
                        "the lead is at version 5");
        return ana.decision(input, ana.lead(status, accept ? 6 : 5), List.of(event), List.of());
    }
}

package io.inkstream.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.outbound.delivery.NumberHolding;
import io.inkstream.outbound.ledger.TemplateBlocks;
import io.inkstream.outbound.stub.Commands;
import io.inkstream.outbound.stub.RunningSender;
import io.inkstream.outbound.stub.RunningSender.Settings;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.inbound.AccountNotice;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.schemas.outbound.Template;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.Property;
import io.inkstream.testkit.TestKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sender among lost responses, opt-outs, closed windows, account trouble and restarts. */
class TroubleIT {
    private static final Template TEMPLATE = new Template("next_steps_reply_to_continue", "en_GB", List.of());
    private static final Map<String, String> IMPATIENT = Map.of(
            "inkstream.sender.delivery.first-backoff", "50ms",
            "inkstream.sender.delivery.reconcile-every", "200ms",
            "inkstream.sender.delivery.scan-every", "500ms",
            "inkstream.sender.delivery.first-probe", "1s",
            "inkstream.sender.ledger.gap-wait", "2s",
            "inkstream.sender.whatsapp.request-timeout", "2s",
            "inkstream.sender.ledger.lease", "5s",
            "inkstream.sender.rates.number-per-second", "0",
            "inkstream.sender.rates.pair-interval", "0s");
    private static StubWhatsApp whatsApp;
    private static RunningSender sender;

    @BeforeAll
    static void start() {
        whatsApp = StubWhatsApp.start();
        sender = RunningSender.start(Settings.fresh(whatsApp, IMPATIENT));
    }

    @AfterEach
    void calm() {
        whatsApp.answers(_ -> new Answer.Accept());
        sender.bean(BusinessClock.class).moveTo(Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        sender.close();
        whatsApp.close();
    }

    /** The promise of the whole module: each accepted once, in its lane's order, whatever refusals come in between. */
    @Test
    void lanes_underRandomRefusals_keepTheirOrderAndNeverRepeat() {
        Property.forAll(1, random -> random.nextLong(), seed -> {
            var random = new SplittableRandom(seed);
            var codes = new int[] {131000, 2, 131016, 130429, 1};
            whatsApp.answers(_ -> {
                synchronized (random) {
                    return random.nextInt(5) == 0
                            ? Answer.Refuse.code(random.nextBoolean() ? 500 : 400, codes[random.nextInt(4)])
                            : new Answer.Accept();
                }
            });
            var conversations = IntStream.range(0, 25)
                    .mapToObj(_ -> Commands.newConversation())
                    .toList();
            for (var i = 1; i <= 8; i++) {
                for (var conversation : conversations) {
                    RunningSender.publish(
                            conversation, conversation.text(String.valueOf(i)).command());
                }
            }
            for (var conversation : conversations) {
                assertThat(RunningSender.receipts(conversation, 8))
                        .hasSize(8)
                        .allSatisfy(receipt -> assertThat(receipt.outcome()).isEqualTo(Outcome.SENT));
                assertThat(whatsApp.accepted(conversation.address()))
                        .extracting(message -> message.request().text())
                        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
            }
        });
    }

    @Test
    void stuckLane_doesNotHoldUpOthers() {
        var stuck = Commands.newConversation();
        whatsApp.answers(request ->
                request.to().equals(stuck.address()) ? Answer.Refuse.code(400, 131056) : new Answer.Accept());
        RunningSender.publish(stuck, stuck.text("stuck").command());
        RunningSender.publish(stuck, stuck.text("behind it").command());
        var other = Commands.newConversation();

        RunningSender.publish(other, other.text("free").command());

        assertThat(RunningSender.receipts(other, 1).getFirst().outcome()).isEqualTo(Outcome.SENT);
        assertThat(whatsApp.requests(stuck.address()))
                .extracting(StubWhatsApp.Request::text)
                .containsOnly("stuck");
    }

    @Test
    void lostResponse_isSettledByTheStatus_withoutASecondSend() {
        var ana = Commands.newConversation();
        whatsApp.answers(request -> request.text().equals("lost") ? new Answer.AcceptAndDrop() : new Answer.Accept());
        var lost = ana.text("lost").command();
        RunningSender.publish(ana, lost);
        RunningSender.publish(ana, ana.text("after it").command());
        sender.awaitColumn(lost.id(), "state", "UNCERTAIN");
        assertThat(whatsApp.requests(ana.address())).hasSize(1);
        var accepted = whatsApp.accepted(ana.address()).getFirst();

        RunningSender.publishStatus(accepted.wamid(), "sent", accepted.request().callback(), null);

        assertThat(RunningSender.receipts(ana, 2))
                .extracting(receipt -> receipt.outcome())
                .containsOnly(Outcome.SENT);
        assertThat(whatsApp.accepted(ana.address()))
                .extracting(message -> message.request().text())
                .containsExactly("lost", "after it");
        assertThat(sender.column(lost.id(), "wamid")).isEqualTo(accepted.wamid());
    }

    @Test
    void lostRequest_withoutAStatus_isSentAgainAfterTheWait_byTheBusinessClock() {
        var ana = Commands.newConversation();
        var dropped = new AtomicBoolean();
        whatsApp.answers(_ -> dropped.compareAndSet(false, true) ? new Answer.Drop() : new Answer.Accept());
        var command = ana.text("hello").command();
        RunningSender.publish(ana, command);
        sender.awaitColumn(command.id(), "state", "UNCERTAIN");

        sender.bean(BusinessClock.class).moveTo(Duration.ofSeconds(91));

        assertThat(RunningSender.receipts(ana, 1).getFirst().outcome()).isEqualTo(Outcome.SENT);
        assertThat(whatsApp.requests(ana.address()))
                .extracting(StubWhatsApp.Request::callback)
                .containsExactly(command.id() + ".1", command.id() + ".2");
        assertThat(sender.column(command.id(), "resends")).isEqualTo("1");
    }

    @Test
    void lostPaymentLink_waitsForAnOperator() throws Exception {
        var ana = Commands.newConversation();
        whatsApp.answers(_ -> new Answer.Drop());
        var command = ana.text("pay here").ofClass(MessageClass.PAYMENT).command();
        RunningSender.publish(ana, command);
        sender.awaitColumn(command.id(), "state", "UNCERTAIN");
        sender.bean(BusinessClock.class).moveTo(Duration.ofSeconds(91));
        try (var events = TestKafka.read(Topics.SYSTEM_EVENTS)) {
            events.await(
                    event -> command.id().equals(event.required().details().get("commandId"))
                            && event.required().name().equals("outbound.uncertain"),
                    RunningSender.SOON);
        }
        assertThat(whatsApp.requests(ana.address())).hasSize(1);
        whatsApp.answers(_ -> new Answer.Accept());

        var answer = post("/actuator/uncertain/" + command.id(), "{\"decision\":\"resend\"}");

        assertThat(answer).isEqualTo("true");
        assertThat(RunningSender.receipts(ana, 1).getFirst().outcome()).isEqualTo(Outcome.SENT);
        assertThat(whatsApp.requests(ana.address())).hasSize(2);
    }

    @Test
    void slowAnswer_isUncertainUntilTheStatusThatCameBeforeIt() {
        var ana = Commands.newConversation();
        whatsApp.answers(_ -> new Answer.AcceptSlowly(Duration.ofSeconds(1)));
        var command = ana.text("slow").command();
        RunningSender.publish(ana, command);
        await().atMost(RunningSender.SOON)
                .until(() -> !whatsApp.accepted(ana.address()).isEmpty());
        var wamid = whatsApp.accepted(ana.address()).getFirst().wamid();

        RunningSender.publishStatus(wamid, "read", command.id() + ".1", null);

        sender.awaitColumn(command.id(), "delivery", "read");
        assertThat(RunningSender.receipts(ana, 1)).hasSize(1);
        assertThat(sender.column(command.id(), "duplicate_wamid")).isNull();
    }

    @Test
    void optOut_endsWaitingMessages_andLetsItsConfirmationThrough() {
        var ana = Commands.newConversation();
        whatsApp.answers(
                request -> request.text().equals("reminder") ? Answer.Refuse.code(400, 4) : new Answer.Accept());
        var reminder = ana.text("reminder").command();
        RunningSender.publish(ana, reminder);
        sender.awaitColumn(reminder.id(), "state", "RETRY_WAIT");

        RunningSender.publish(
                ana,
                ana.text("You will hear no more.")
                        .consent(Consent.OPTED_OUT)
                        .evenAfterOptOut()
                        .command());
        RunningSender.publish(ana, ana.text("late").consent(Consent.OPTED_OUT).command());

        var outcomes = new HashMap<String, Outcome>();
        RunningSender.receipts(ana, 3).forEach(receipt -> outcomes.put(receipt.commandId(), receipt.outcome()));
        assertThat(outcomes)
                .containsEntry(RunningSender.commandId(ana, 1), Outcome.SKIPPED)
                .containsEntry(RunningSender.commandId(ana, 2), Outcome.SENT)
                .containsEntry(RunningSender.commandId(ana, 3), Outcome.SKIPPED);
        assertThat(whatsApp.accepted(ana.address()))
                .extracting(message -> message.request().text())
                .containsExactly("You will hear no more.");
    }

    @Test
    void outsideTheWindow_goesTheTemplateOrNothing_andWhatIsTooLateIsSkipped() {
        var ana = Commands.newConversation();
        var longAgo = Instant.now().minus(Duration.ofDays(2));

        RunningSender.publish(
                ana,
                ana.text("free text").lastInboundAt(longAgo).template(TEMPLATE).command());
        RunningSender.publish(
                ana, ana.text("no template").lastInboundAt(longAgo).command());
        RunningSender.publish(
                ana,
                ana.text("too late")
                        .lastInboundAt(longAgo)
                        .template(TEMPLATE)
                        .notAfter(Instant.now().minusSeconds(1))
                        .command());

        assertThat(RunningSender.receipts(ana, 3))
                .extracting(receipt -> receipt.outcome())
                .containsExactlyInAnyOrder(Outcome.SENT_AS_TEMPLATE, Outcome.UNSENDABLE, Outcome.SKIPPED);
        assertThat(whatsApp.accepted(ana.address()))
                .singleElement()
                .satisfies(message -> assertThat(message.request()
                                .body()
                                .path("template")
                                .path("name")
                                .stringValue())
                        .isEqualTo("next_steps_reply_to_continue"));
    }

    @Test
    void windowThatWhatsAppSaysIsClosed_goesTheTemplate() {
        var ana = Commands.newConversation();
        whatsApp.answers(
                request -> request.body().has("template") ? new Answer.Accept() : Answer.Refuse.code(400, 131047));

        RunningSender.publish(ana, ana.text("free text").template(TEMPLATE).command());

        assertThat(RunningSender.receipts(ana, 1).getFirst().outcome()).isEqualTo(Outcome.SENT_AS_TEMPLATE);
    }

    @Test
    void expiredToken_holdsTheNumber_untilAProbeIsAccepted() {
        var broken = new AtomicBoolean(true);
        whatsApp.answers(_ -> broken.get() ? Answer.Refuse.code(401, 190) : new Answer.Accept());
        var first = Commands.newConversation();
        RunningSender.publish(first, first.text("one").command());
        var holding = sender.bean(NumberHolding.class);
        await().atMost(RunningSender.SOON).until(() -> !holding.all().isEmpty());
        var others = new ArrayList<Commands>();
        for (var i = 0; i < 10; i++) {
            var other = Commands.newConversation();
            others.add(other);
            RunningSender.publish(other, other.text("held").command());
        }
        await().atMost(RunningSender.SOON).until(() -> holding.all().getFirst().probes() >= 1);
        assertThat(whatsApp.accepted(first.phone())).isEmpty();
        assertThat(others)
                .allSatisfy(
                        other -> assertThat(whatsApp.accepted(other.phone())).isEmpty());

        broken.set(false);

        for (var other : others) {
            assertThat(RunningSender.receipts(other, 1).getFirst().outcome()).isEqualTo(Outcome.SENT);
        }
        assertThat(holding.all()).isEmpty();
    }

    @Test
    void templateThatWhatsAppPauses_isNotUsed_untilItIsFreed() {
        var template = new Template("paused_for_a_while", "en_GB", List.of());
        var blocks = sender.bean(TemplateBlocks.class);
        notice("message_template_status_update", "PAUSED", template.name());
        await().atMost(RunningSender.SOON).until(() -> !blocks.all().isEmpty());
        var ana = Commands.newConversation();
        var longAgo = Instant.now().minus(Duration.ofDays(2));

        RunningSender.publish(
                ana,
                ana.text("blocked").lastInboundAt(longAgo).template(template).command());

        assertThat(RunningSender.receipts(ana, 1).getFirst().outcome()).isEqualTo(Outcome.UNSENDABLE);
        assertThat(whatsApp.requests(ana.address())).isEmpty();
        notice("message_template_status_update", "APPROVED", template.name());
        await().atMost(RunningSender.SOON).until(() -> blocks.all().isEmpty());
        RunningSender.publish(
                ana, ana.text("free").lastInboundAt(longAgo).template(template).command());
        assertThat(RunningSender.receipts(ana, 2))
                .extracting(receipt -> receipt.outcome())
                .contains(Outcome.SENT_AS_TEMPLATE);
    }

    private static void notice(String field, String event, String template) {
        var raw = "{\"event\":\"" + event + "\",\"message_template_name\":\"" + template
                + "\",\"message_template_language\":\"en_GB\"}";
        TestKafka.send(
                Topics.ACCOUNT,
                "studio",
                new AccountNotice(
                        Ids.derived(template, event, 0), Instant.now(), "studio", "1", "106540352242922", field, raw));
    }

    @Test
    void gap_thatNeverCloses_isJumpedAndTold() {
        var ana = Commands.newConversation();
        var command = ana.at(5, "five").command();

        RunningSender.publish(ana, command);

        assertThat(RunningSender.receipts(ana, 1).getFirst().outcome()).isEqualTo(Outcome.SENT);
        try (var events = TestKafka.read(Topics.SYSTEM_EVENTS)) {
            events.await(
                    event -> command.id().equals(event.required().details().get("commandId"))
                            && event.required().name().equals("outbound.gap"),
                    RunningSender.SOON);
        }
    }

    @Test
    void unreadableRecord_isKeptAside_andThePartitionGoesOn() {
        var ana = Commands.newConversation();
        TestKafka.sendBytes(
                Topics.OUTBOUND.name(),
                ana.key(),
                "{\"type\":\"message.sing\",\"id\":\"x\"}".getBytes(StandardCharsets.UTF_8));

        RunningSender.publish(ana, ana.text("fine").command());

        assertThat(RunningSender.receipts(ana, 1).getFirst().outcome()).isEqualTo(Outcome.SENT);
        try (var letters = TestKafka.read(Topics.OUTBOUND_DLT)) {
            var letter = letters.await(entry -> ana.key().equals(entry.key()), RunningSender.SOON)
                    .required();
            assertThat(letter.reason()).isEqualTo("unreadable");
            assertThat(letter.payload()).contains("message.sing");
        }
    }

    @Test
    void restart_inTheMiddle_losesAndRepeatsNothing() {
        var conversations =
                IntStream.range(0, 20).mapToObj(_ -> Commands.newConversation()).toList();
        try (var slow = StubWhatsApp.start()) {
            slow.answers(_ -> new Answer.AcceptSlowly(Duration.ofMillis(20)));
            var settings = Settings.fresh(slow, IMPATIENT);
            var first = RunningSender.start(settings);
            for (var i = 1; i <= 10; i++) {
                for (var conversation : conversations) {
                    RunningSender.publish(
                            conversation, conversation.text(String.valueOf(i)).command());
                }
            }
            await().atMost(RunningSender.SOON).until(() -> slow.acceptedCount() > 30);

            first.close();
            try (var _ = RunningSender.start(settings)) {

                for (var conversation : conversations) {
                    await().atMost(RunningSender.SOON)
                            .until(() -> slow.accepted(conversation.address()).size() >= 10);
                    assertThat(slow.accepted(conversation.address()))
                            .extracting(message -> message.request().text())
                            .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
                }
            }
        }
    }

    /** A crash right after the claim: the row is as the crash left it, its owner is gone. */
    @Test
    void crash_betweenClaimAndRequest_isUncertain_thenSentOnce() {
        var ana = Commands.newConversation();
        var command = ana.text("hello").command();
        whatsApp.answers(_ -> Answer.Refuse.code(400, 4));
        RunningSender.publish(ana, command);
        sender.awaitColumn(command.id(), "state", "RETRY_WAIT");
        sender.execute("update sender.command set state = 'CLAIMED', claim_no = claim_no + 1, retry_at = null,"
                + " attempts = attempts + 1, owner = 'gone', claim_until = clock_timestamp() + interval '1 second'"
                + " where command_id = '" + command.id() + "'");
        whatsApp.answers(_ -> new Answer.Accept());

        sender.awaitColumn(command.id(), "state", "UNCERTAIN");
        assertThat(whatsApp.accepted(ana.address())).isEmpty();
        sender.bean(BusinessClock.class).moveTo(Duration.ofSeconds(91));

        assertThat(RunningSender.receipts(ana, 1).getFirst().outcome()).isEqualTo(Outcome.SENT);
        assertThat(whatsApp.accepted(ana.address()))
                .singleElement()
                .satisfies(message -> assertThat(message.request().callback()).isEqualTo(command.id() + ".3"));
    }

    private String post(String path, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sender.port() + path))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}

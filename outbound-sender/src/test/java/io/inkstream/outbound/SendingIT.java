package io.inkstream.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.outbound.stub.Commands;
import io.inkstream.outbound.stub.RunningSender;
import io.inkstream.outbound.stub.RunningSender.Settings;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.Sender;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a healthy sender does, and how it takes trouble with single messages. */
class SendingIT {
    private static StubWhatsApp whatsApp;
    private static RunningSender sender;

    @BeforeAll
    static void start() {
        whatsApp = StubWhatsApp.start();
        sender = RunningSender.start(Settings.fresh(
                whatsApp, Map.of("inkstream.sender.marks.read", "true", "inkstream.sender.marks.typing", "true")));
    }

    @AfterAll
    static void stop() {
        sender.close();
        whatsApp.close();
    }

    @Test
    void command_whenAllIsWell_isSentWithReceiptAndLedgerEntry() {
        var ana = Commands.newConversation();
        var command = ana.text("Which style do you like?").command();

        RunningSender.publish(ana, command);

        var receipt = RunningSender.receipts(ana, 1).getFirst();
        assertThat(receipt.outcome()).isEqualTo(Outcome.SENT);
        assertThat(receipt.id()).isEqualTo(command.id() + ":outcome:1");
        var accepted = whatsApp.accepted(ana.address());
        assertThat(accepted).hasSize(1);
        assertThat(accepted.getFirst().wamid()).isEqualTo(receipt.wamid());
        assertThat(accepted.getFirst().request().callback()).isEqualTo(command.id() + ".1");
        assertThat(accepted.getFirst().request().path()).isEqualTo("/v25.0/106540352242922/messages");
        assertThat(accepted.getFirst().request().authorization()).isEqualTo("Bearer test-token");
        try (var ledger = TestKafka.read(Topics.LEDGER)) {
            var entry = ledger.await(
                            found -> command.id().equals(found.required().id())
                                    && found.required().state() == LedgerState.SENT,
                            RunningSender.SOON)
                    .required();
            assertThat(entry.attempts()).isEqualTo(1);
            assertThat(entry.text()).isEqualTo("Which style do you like?");
            assertThat(entry.lane()).isEqualTo(command.lane());
        }
        await().atMost(RunningSender.SOON).until(() -> "0".equals(sender.value("select count(*) from sender.outbox")));
    }

    @Test
    void message_whenItComesIn_isMarkedAsRead_withTyping() {
        var ana = Commands.newConversation();
        var wamid = "wamid.in." + ana.phone();

        TestKafka.send(
                Topics.INBOUND,
                ana.key(),
                new InboundMessage(
                        wamid,
                        Instant.now(),
                        "studio",
                        "106540352242922",
                        ana.key(),
                        new Sender(ana.phone(), null, null, null, null, null, null),
                        Instant.now(),
                        new MessageContent.Text("hi"),
                        null,
                        null,
                        null,
                        "{}"));

        await().atMost(RunningSender.SOON)
                .untilAsserted(() -> assertThat(whatsApp.requests(""))
                        .filteredOn(request ->
                                request.body().path("message_id").asString("").equals(wamid))
                        .singleElement()
                        .satisfies(request -> {
                            assertThat(request.body().path("status").asString()).isEqualTo("read");
                            assertThat(request.body()
                                            .path("typing_indicator")
                                            .path("type")
                                            .asString())
                                    .isEqualTo("text");
                        }));
    }

    @Test
    void command_whenDeliveredTwice_isSentOnce() {
        var ana = Commands.newConversation();
        var command = ana.text("only once").command();

        RunningSender.publish(ana, command);
        RunningSender.publish(ana, command);
        RunningSender.publish(ana, ana.text("and then this").command());

        RunningSender.receipts(ana, 2);
        assertThat(whatsApp.accepted(ana.address()))
                .extracting(message -> message.request().text())
                .containsExactly("only once", "and then this");
    }

    @Test
    void unknownError_whenItHappensOnce_isRetriedSoonAndInOrder() {
        var ana = Commands.newConversation();
        var tries = new AtomicInteger();
        whatsApp.answers(request -> request.to().equals(ana.address()) && tries.incrementAndGet() == 1
                ? Answer.Refuse.code(500, 131000)
                : new Answer.Accept());
        var began = System.nanoTime();

        RunningSender.publish(ana, ana.text("first").command());
        RunningSender.publish(ana, ana.text("second").command());

        RunningSender.receipts(ana, 2);
        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(5_000);
        assertThat(whatsApp.accepted(ana.address()))
                .extracting(message -> message.request().text())
                .containsExactly("first", "second");
        assertThat(whatsApp.requests(ana.address()).get(1).callback()).endsWith(".2");
    }

    @Test
    void refusal_whenPermanent_isDeadLetteredAndTheLaneGoesOn() {
        var ana = Commands.newConversation();
        whatsApp.answers(request ->
                request.text().equals("undeliverable") ? Answer.Refuse.code(400, 131026) : new Answer.Accept());
        var doomed = ana.text("undeliverable").command();

        RunningSender.publish(ana, doomed);
        RunningSender.publish(ana, ana.text("next").command());

        assertThat(RunningSender.receipts(ana, 2))
                .extracting(receipt -> receipt.outcome())
                .containsExactlyInAnyOrder(Outcome.FAILED, Outcome.SENT);
        try (var deadLetters = TestKafka.read(Topics.OUTBOUND_DLT)) {
            var entry = deadLetters.await(found -> ana.key().equals(found.key()), RunningSender.SOON);
            assertThat(entry.required().reason()).isEqualTo("whatsapp.131026");
            assertThat(entry.header("dlt-reason")).isEqualTo("whatsapp.131026");
            assertThat(Topics.OUTBOUND.read(
                            entry.required().payload().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isEqualTo(doomed);
        }
    }
}

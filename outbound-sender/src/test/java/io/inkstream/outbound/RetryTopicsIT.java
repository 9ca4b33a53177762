package io.inkstream.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.stub.Commands;
import io.inkstream.outbound.stub.RunningSender;
import io.inkstream.outbound.stub.RunningSender.Settings;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A wait outlives the instance that began it: by the retry topics, and without them by the reconciler. */
class RetryTopicsIT {
    private static final Map<String, String> UNHURRIED = Map.of(
            "inkstream.sender.delivery.first-backoff", "4s",
            "inkstream.sender.delivery.reconcile-every", "1h",
            "inkstream.sender.delivery.scan-every", "1h");

    @Test
    void wait_isWokenByItsTopic_whenNothingElseLooks() {
        assertThat(afterARestart(UNHURRIED)).isEqualTo(Outcome.SENT);
    }

    @Test
    void wait_isFoundByTheReconcilerAlone() {
        var settings = new HashMap<>(UNHURRIED);
        settings.put("inkstream.sender.delivery.retry-topics", "false");
        settings.put("inkstream.sender.delivery.reconcile-every", "500ms");

        assertThat(afterARestart(settings)).isEqualTo(Outcome.SENT);
    }

    /** The first instance is refused and ends; what became of the message with the second. */
    private static Outcome afterARestart(Map<String, String> properties) {
        try (var whatsApp = StubWhatsApp.start()) {
            var settings = Settings.fresh(whatsApp, properties);
            var ana = Commands.newConversation();
            var command = ana.text("later").command();
            whatsApp.answers(_ -> Answer.Refuse.code(500, 131016));
            try (var first = RunningSender.start(settings)) {
                RunningSender.publish(ana, command);
                first.awaitColumn(command.id(), "state", "RETRY_WAIT");
            }
            whatsApp.answers(_ -> new Answer.Accept());
            try (var _ = RunningSender.start(settings)) {
                return RunningSender.receipts(ana, 1).getFirst().outcome();
            }
        }
    }
}

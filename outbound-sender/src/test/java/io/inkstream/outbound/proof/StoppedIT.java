package io.inkstream.outbound.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.outbound.proof.Failpoint.Place;
import io.inkstream.outbound.proof.Failpoint.What;
import io.inkstream.outbound.stub.StubWhatsApp.Accepted;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders that stand still (SIGSTOP) for longer than their lease and do not know it, while another one goes on. */
class StoppedIT {
    private final Proof proof = new Proof();
    private final Judge judge = proof.judge();
    private final Crowd crowd = proof.crowd();

    @AfterEach
    void end() {
        proof.close();
    }

    @Test
    void sender_stoppedBeforeItsRequest_doesNotSendIt_whenItGoesOn() {
        var failpoint = Failpoint.text(Place.AFTER_CLAIM, 3, What.STOP);
        try (var stopped = SenderProcess.start(proof.settings(), "stopped", failpoint)) {
            crowd.receives(Scale.COMMANDS / 2);
            await().atMost(Scale.LONG).until(stopped::isStopped);
            try (var _ = SenderProcess.start(proof.settings(), "other", null)) {
                crowd.receives(Scale.COMMANDS / 2);
                proof.awaitTheEnd();

                stopped.goOn();
                crowd.receives(Scale.CONVERSATIONS);

                proof.awaitTheEnd();
            }
        }
        assertThat(judge.findings(crowd.published())).isEmpty();
    }

    /** Nothing can prevent this one, but the ledger says so: the answer was on its way, and no status came. */
    @Test
    void sender_stoppedBeforeTheAnswer_cannotUndoWhatOthersWrote_andTheSecondAcceptanceIsFlagged() {
        var whatsApp = proof.whatsApp();
        try (var stopped = SenderProcess.start(proof.settings(), "stopped", null)) {
            crowd.receives(Scale.CONVERSATIONS);
            proof.awaitTheEnd();
            var requests = new AtomicInteger();
            whatsApp.onAccepted(message -> {
                if (requests.incrementAndGet() == 1) {
                    proof.hush(message.wamid());
                    stopped.stop();
                }
                proof.statuses().accept(message);
            });
            var before = whatsApp.acceptedCount();
            crowd.receives(1);
            await().atMost(Scale.LONG).until(stopped::isStopped);
            var doubled = commandOf(whatsApp.accepted().get(before));

            try (var _ = SenderProcess.start(proof.settings(), "other", null)) {
                proof.awaitTheEnd();
                stopped.goOn();
                await().atMost(Scale.LONG).until(() -> judge.flagged().contains(doubled));
                crowd.receives(Scale.CONVERSATIONS);
                proof.awaitTheEnd();
            }

            assertThat(judge.flagged()).containsExactly(doubled);
            assertThat(judge.findings(crowd.published())).isEmpty();
        }
    }

    private static String commandOf(Accepted message) {
        var callback = message.request().callback();
        return callback.substring(0, callback.lastIndexOf('.'));
    }
}

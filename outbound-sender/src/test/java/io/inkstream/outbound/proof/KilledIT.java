package io.inkstream.outbound.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.proof.Failpoint.Place;
import io.inkstream.outbound.proof.Failpoint.What;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders that end without a word at every place where it could matter. */
class KilledIT {
    private static final int LIVES = 6;
    private static final Duration A_WHILE = Duration.ofMillis(100);

    private final Proof proof = new Proof();
    private final Crowd crowd = proof.crowd();

    @AfterEach
    void end() {
        proof.close();
    }

    @Test
    void sender_killedAtEveryPlace_sendsEachCommandOnce() throws Exception {
        var random = new SplittableRandom(Scale.SEED);
        for (var place : Place.values()) {
            crowd.receives(Scale.COMMANDS / LIVES);
            var failpoint = Failpoint.text(place, random.nextInt(1, 4), What.HALT);
            try (var sender = SenderProcess.start(proof.settings(), "only", failpoint)) {
                awaitDeath(sender, failpoint);
            }
        }
        killedWhileWhatsAppHasTheRequest(random.nextInt(1, 20));
        crowd.receives(Scale.COMMANDS / LIVES);

        try (var _ = SenderProcess.start(proof.settings(), "only", null)) {
            proof.awaitTheEnd();
        }

        assertThat(proof.judge().findings(crowd.published())).isEmpty();
    }

    /** WhatsApp takes the request, or only reads it, and the sender is gone before the answer. */
    private void killedWhileWhatsAppHasTheRequest(int count) throws InterruptedException {
        for (var accepted : new boolean[] {true, false}) {
            crowd.receives(Scale.COMMANDS / LIVES / 2);
            try (var sender = SenderProcess.start(proof.settings(), "only", null)) {
                var left = new AtomicInteger(count);
                proof.whatsApp().answers(_ -> {
                    if (left.decrementAndGet() > 0) {
                        return new Answer.Accept();
                    }
                    sender.kill();
                    return accepted ? new Answer.AcceptAndDrop() : new Answer.Drop();
                });
                awaitDeath(sender, "request sent");
            }
            proof.whatsApp().answers(_ -> new Answer.Accept());
        }
    }

    /** Goes on writing, so that every place is come to in the end. */
    private void awaitDeath(SenderProcess sender, String why) throws InterruptedException {
        var end = System.nanoTime() + Scale.LONG.toNanos();
        while (!sender.ends(A_WHILE)) {
            assertThat(System.nanoTime()).as("still alive: " + why).isLessThan(end);
            crowd.receives(1);
        }
    }
}

package io.inkstream.outbound.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.outbound.proof.Failpoint.Place;
import io.inkstream.outbound.proof.Failpoint.What;
import io.inkstream.outbound.stub.RunningSender.Settings;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Accepted;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import io.inkstream.testkit.TestKafka;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Senders that are killed, or stopped for longer than their lease, at every place where it could matter. */
class KilledIT {
    private static final int LIVES = 6;
    private static final Duration A_WHILE = Duration.ofMillis(100);
    private static final Duration LEASE = Duration.ofSeconds(3);

    private final Set<String> hushed = ConcurrentHashMap.newKeySet();
    private StubWhatsApp whatsApp;
    private StatusEcho statuses;
    private Settings settings;
    private Judge judge;
    private Crowd crowd;

    @BeforeEach
    void begin() {
        whatsApp = StubWhatsApp.start();
        statuses = new StatusEcho(TestKafka.bootstrapServers(), message -> !hushed.contains(message.wamid()));
        whatsApp.onAccepted(statuses);
        settings = Settings.fresh(whatsApp, Scale.IMPATIENT);
        judge = new Judge(settings.database(), whatsApp);
        crowd = new Crowd(TestKafka.bootstrapServers(), Scale.CONVERSATIONS, Scale.SEED);
    }

    @AfterEach
    void end() {
        crowd.close();
        statuses.close();
        whatsApp.close();
    }

    @Test
    void sender_killedAtEveryPlace_sendsEachCommandOnce() throws Exception {
        var random = new SplittableRandom(Scale.SEED);
        for (var place : Place.values()) {
            crowd.receives(Scale.COMMANDS / LIVES);
            var failpoint = Failpoint.text(place, random.nextInt(1, 4), What.HALT);
            try (var sender = SenderProcess.start(settings, "only", failpoint)) {
                awaitDeath(sender, failpoint);
            }
        }
        killedWhileWhatsAppHasTheRequest(random.nextInt(1, 20));
        crowd.receives(Scale.COMMANDS / LIVES);

        try (var _ = SenderProcess.start(settings, "only", null)) {
            awaitTheEnd();
        }

        assertThat(judge.findings(crowd.published())).isEmpty();
    }

    @Test
    void sender_stoppedBeforeItsRequest_doesNotSendIt_whenItGoesOn() throws Exception {
        var failpoint = Failpoint.text(Place.AFTER_CLAIM, 3, What.STOP);
        try (var stopped = SenderProcess.start(settings, "stopped", failpoint)) {
            crowd.receives(Scale.COMMANDS / 2);
            await().atMost(Scale.LONG).until(stopped::isStopped);
            try (var _ = SenderProcess.start(settings, "other", null)) {
                crowd.receives(Scale.COMMANDS / 2);
                awaitTheEnd();

                stopped.goOn();
                crowd.receives(Scale.CONVERSATIONS);

                awaitTheEnd();
            }
        }
        assertThat(judge.findings(crowd.published())).isEmpty();
    }

    /** Nothing can prevent this one, but the ledger says so: the answer was on its way, and no status came. */
    @Test
    void sender_stoppedBeforeTheAnswer_cannotUndoWhatOthersWrote_andTheSecondAcceptanceIsFlagged() throws Exception {
        try (var stopped = SenderProcess.start(settings, "stopped", null)) {
            crowd.receives(Scale.CONVERSATIONS);
            awaitTheEnd();
            var requests = new AtomicInteger();
            whatsApp.onAccepted(message -> {
                if (requests.incrementAndGet() == 1) {
                    hushed.add(message.wamid());
                    stopped.stop();
                }
                statuses.accept(message);
            });
            var before = whatsApp.acceptedCount();
            crowd.receives(1);
            await().atMost(Scale.LONG).until(stopped::isStopped);
            var doubled = commandOf(whatsApp.accepted().get(before));

            try (var _ = SenderProcess.start(settings, "other", null)) {
                awaitTheEnd();
                stopped.goOn();
                await().atMost(Scale.LONG).until(() -> judge.flagged().contains(doubled));
                crowd.receives(Scale.CONVERSATIONS);
                awaitTheEnd();
            }

            assertThat(judge.flagged()).containsExactly(doubled);
            assertThat(judge.findings(crowd.published())).isEmpty();
        }
    }

    /** WhatsApp takes the request, or only reads it, and the sender is gone before the answer. */
    private void killedWhileWhatsAppHasTheRequest(int count) throws InterruptedException {
        for (var accepted : new boolean[] {true, false}) {
            crowd.receives(Scale.COMMANDS / LIVES / 2);
            try (var sender = SenderProcess.start(settings, "only", null)) {
                var left = new AtomicInteger(count);
                whatsApp.answers(_ -> {
                    if (left.decrementAndGet() > 0) {
                        return new Answer.Accept();
                    }
                    sender.kill();
                    return accepted ? new Answer.AcceptAndDrop() : new Answer.Drop();
                });
                awaitDeath(sender, "request sent");
            }
            whatsApp.answers(_ -> new Answer.Accept());
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

    private void awaitTheEnd() {
        var commands = crowd.published();
        await().atMost(Scale.LONG.plus(LEASE))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> judge.ended(commands) == commands.size());
    }

    private static String commandOf(Accepted message) {
        var callback = message.request().callback();
        return callback.substring(0, callback.lastIndexOf('.'));
    }
}

package io.inkstream.outbound.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.stub.RunningSender;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lost responses, and storms of refusals while three instances join and leave. */
class StormIT {
    private static final int DROPPED_ONE_IN = 10;

    private final Proof proof = new Proof();
    private final StubWhatsApp whatsApp = proof.whatsApp();
    private final Crowd crowd = proof.crowd();

    @AfterEach
    void end() {
        proof.close();
    }

    @Test
    void lostResponses_areSettledByStatuses_withoutASecondSend() {
        var requests = new AtomicInteger();
        whatsApp.answers(_ ->
                requests.incrementAndGet() % DROPPED_ONE_IN == 0 ? new Answer.AcceptAndDrop() : new Answer.Accept());
        try (var _ = RunningSender.start(proof.settings())) {
            crowd.receives(Scale.COMMANDS * 4);

            proof.awaitTheEnd();
        }
        assertThat(proof.judge().findings(crowd.published())).isEmpty();
        assertThat(proof.judge().flagged()).isEmpty();
    }

    @Test
    void storm_whileInstancesComeAndGo_losesAndRepeatsNothing() {
        var random = new SplittableRandom(Scale.SEED);
        whatsApp.answers(_ -> stormy(random));
        try (var _ = RunningSender.start(proof.settings())) {
            crowd.receives(Scale.COMMANDS);
            try (var _ = RunningSender.start(proof.settings())) {
                crowd.receives(Scale.COMMANDS);
                try (var _ = RunningSender.start(proof.settings())) {
                    crowd.receives(Scale.COMMANDS);
                }
            }
            whatsApp.answers(_ -> new Answer.Accept());

            proof.awaitTheEnd();
        }
        assertThat(proof.judge().findings(crowd.published())).isEmpty();
    }

    /** Two thirds work. No Graph code here ends a command within so few tries. */
    private static Answer stormy(SplittableRandom random) {
        int chance;
        synchronized (random) {
            chance = random.nextInt(24);
        }
        return switch (chance) {
            case 0 -> Answer.Refuse.code(429, 130429);
            case 1 -> Answer.Refuse.code(503, 2);
            case 2 -> Answer.Refuse.code(400, 131016);
            case 3 -> new Answer.Refuse(502, "<html>bad gateway</html>");
            case 4 -> new Answer.AcceptSlowly(Duration.ofMillis(300));
            case 5 -> new Answer.AcceptAndDrop();
            case 6 -> new Answer.Drop();
            case 7 -> new Answer.Refuse(429, "slow down");
            default -> new Answer.Accept();
        };
    }
}

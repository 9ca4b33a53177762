package io.inkstream.outbound.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.outbound.stub.RunningSender;
import io.inkstream.outbound.stub.RunningSender.Settings;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import io.inkstream.testkit.TestKafka;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lost responses, and storms of refusals while three instances join and leave. */
class StormIT {
    private static final int DROPPED_ONE_IN = 10;

    private StubWhatsApp whatsApp;
    private StatusEcho statuses;
    private Settings settings;
    private Judge judge;
    private Crowd crowd;

    @BeforeEach
    void begin() {
        whatsApp = StubWhatsApp.start();
        statuses = new StatusEcho(TestKafka.bootstrapServers(), _ -> true);
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
    void lostResponses_areSettledByStatuses_withoutASecondSend() {
        var requests = new AtomicInteger();
        whatsApp.answers(_ ->
                requests.incrementAndGet() % DROPPED_ONE_IN == 0 ? new Answer.AcceptAndDrop() : new Answer.Accept());
        try (var _ = RunningSender.start(settings)) {
            crowd.receives(Scale.COMMANDS * 4);

            awaitTheEnd();
        }
        assertThat(judge.findings(crowd.published())).isEmpty();
        assertThat(judge.flagged()).isEmpty();
    }

    @Test
    void storm_whileInstancesComeAndGo_losesAndRepeatsNothing() {
        var random = new SplittableRandom(Scale.SEED);
        whatsApp.answers(_ -> stormy(random));
        try (var _ = RunningSender.start(settings)) {
            crowd.receives(Scale.COMMANDS);
            try (var _ = RunningSender.start(settings)) {
                crowd.receives(Scale.COMMANDS);
                try (var _ = RunningSender.start(settings)) {
                    crowd.receives(Scale.COMMANDS);
                }
            }
            whatsApp.answers(_ -> new Answer.Accept());

            awaitTheEnd();
        }
        assertThat(judge.findings(crowd.published())).isEmpty();
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

    private void awaitTheEnd() {
        var commands = crowd.published();
        await().atMost(Scale.LONG)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> judge.ended(commands) == commands.size());
    }
}

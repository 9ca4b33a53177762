package io.inkstream.outbound.proof;

import static org.awaitility.Awaitility.await;

import io.inkstream.outbound.stub.RunningSender.Settings;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.testkit.TestKafka;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What every proof begins with: a crowd that gets messages, a WhatsApp that speaks of them, and the judge of both. */
final class Proof implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Set<String> hushed = ConcurrentHashMap.newKeySet();
    private final StubWhatsApp whatsApp = StubWhatsApp.start();
    private final StatusEcho statuses =
            new StatusEcho(TestKafka.bootstrapServers(), message -> !hushed.contains(message.wamid()));
    private final Settings settings = Settings.fresh(whatsApp, Scale.IMPATIENT);
    private final Judge judge = new Judge(settings.database(), whatsApp);
    private final Crowd crowd = new Crowd(TestKafka.bootstrapServers(), Scale.CONVERSATIONS, Scale.SEED);

    Proof() {
        whatsApp.onAccepted(statuses);
    }

    StubWhatsApp whatsApp() {
        return whatsApp;
    }

    StatusEcho statuses() {
        return statuses;
    }

    Settings settings() {
        return settings;
    }

    Judge judge() {
        return judge;
    }

    Crowd crowd() {
        return crowd;
    }

    /** No status will ever speak of this message. */
    void hush(String wamid) {
        hushed.add(wamid);
    }

    /** Waits until every command so far has ended. */
    void awaitTheEnd() {
        var commands = crowd.published();
        await().atMost(Scale.LONG).pollInterval(LOOK_EVERY).until(() -> judge.ended(commands) == commands.size());
    }

    @Override
    public void close() {
        crowd.close();
        statuses.close();
        whatsApp.close();
    }
}

package io.inkstream.outbound.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.local.EmbeddedBroker;
import io.inkstream.local.EmbeddedDatabase;
import io.inkstream.local.FreePorts;
import io.inkstream.outbound.stub.RunningSender;
import io.inkstream.outbound.stub.RunningSender.Settings;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.schemas.topics.TopicCreation;
import io.inkstream.testkit.TestPostgres.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database and the broker go away and come back while messages are on their way. */
class RestartsIT {
    private static final String USER = "inkstream";

    @Test
    void databaseAndBroker_whenRestarted_costNothingButTime(@TempDir Path folder) {
        var databasePort = FreePorts.next();
        var brokerPorts = new int[] {FreePorts.next(), FreePorts.next()};
        var binaries = Path.of(System.getProperty("java.io.tmpdir"), "inkstream-postgres-binaries");
        var database = EmbeddedDatabase.start(folder.resolve("postgres"), binaries, databasePort);
        database.provide("proof", USER, USER);
        var broker = EmbeddedBroker.start(folder.resolve("kafka"), brokerPorts[0], brokerPorts[1]);
        var bootstrap = broker.bootstrapServers();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicCreation.createMissing(admin, TopicCreation.Layout.STANDALONE);
        }
        var access = new Database(database.jdbcUrl("proof"), USER, USER);
        try (var whatsApp = StubWhatsApp.start();
                var statuses = new StatusEcho(bootstrap, _ -> true);
                var crowd = new Crowd(bootstrap, Scale.CONVERSATIONS, Scale.SEED)) {
            whatsApp.onAccepted(statuses);
            var settings = new Settings(whatsApp, access, bootstrap, "proof", Scale.IMPATIENT);
            var judge = new Judge(access, whatsApp);
            try (var _ = RunningSender.start(settings)) {
                crowd.receives(Scale.COMMANDS);
                database.close();
                crowd.receives(Scale.COMMANDS);
                database = EmbeddedDatabase.start(folder.resolve("postgres"), binaries, databasePort);
                awaitTheEnd(judge, crowd);

                broker.close();
                broker = EmbeddedBroker.start(folder.resolve("kafka"), brokerPorts[0], brokerPorts[1]);
                crowd.receives(Scale.COMMANDS);
                awaitTheEnd(judge, crowd);
            }
            assertThat(judge.findings(crowd.published())).isEmpty();
        } finally {
            broker.close();
            database.close();
        }
    }

    private static void awaitTheEnd(Judge judge, Crowd crowd) {
        var commands = crowd.published();
        await().atMost(Scale.LONG)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> judge.ended(commands) == commands.size());
    }
}

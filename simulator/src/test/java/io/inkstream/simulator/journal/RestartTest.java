package io.inkstream.simulator.journal;

import static io.inkstream.simulator.World.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.simulator.Studio;
import io.inkstream.simulator.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal is read as a killed process leaves it: nothing is written at the end of a run. */
class RestartTest {
    private static final String ANA = "447700900123";

    @TempDir
    Path folder;

    @Test
    void sentMessages_areThereAfterARestart() throws Exception {
        try (var studio = new Studio()) {
            try (var world = start(studio)) {
                world.post("/sim/whatsapp/messages", Map.of("from", ANA, "text", "hi", "profileName", "Ana"));
                world.send(text(ANA, "one"));
                world.send(text(ANA, "two"));
                await().until(() -> studio.statuses().size() == 4);
            }
            Files.writeString(
                    folder.resolve("journal.jsonl"), "{\"k\":\"sent\",\"d\":{\"n\":9", StandardOpenOption.APPEND);
            studio.forget();

            try (var world = start(studio)) {
                world.send(text(ANA, "three"));

                assertThat(world.sentTo(ANA))
                        .extracting(message -> message.at("/body/text/body").asString())
                        .containsExactly("one", "two", "three");
                await().until(() -> studio.statuses().size() == 2);
                assertThat(studio.statuses().getFirst().path("id").asString())
                        .isEqualTo(world.sentTo(ANA).getLast().path("wamid").asString());
            }
        }
    }

    @Test
    void statusesStillOwed_areDeliveredAfterTheRestart() {
        try (var studio = new Studio()) {
            studio.answers(503, 503, 503, 503, 503, 503, 503, 503, 503, 503, 503, 503, 503, 503, 503, 503);
            try (var world = start(studio)) {
                world.send(text(ANA, "one"));
                await().until(() -> studio.received().size() >= 2);
            }
            studio.forget();

            try (var world = start(studio)) {
                await().until(() -> studio.statuses().size() >= 2);
                assertThat(studio.statuses().getFirst().path("id").asString())
                        .isEqualTo(world.sentTo(ANA).getFirst().path("wamid").asString());
            }
        }
    }

    @Test
    void inboundStillOwed_isDeliveredAfterTheRestart() {
        try (var studio = new Studio()) {
            studio.answers(503, 503, 503, 503, 503, 503, 503, 503, 503, 503, 503, 503);
            try (var world = start(studio)) {
                world.post("/sim/whatsapp/messages", Map.of("from", ANA, "text", "hi", "wamid", "wamid.owed"));
            }
            studio.forget();

            try (var world = start(studio)) {
                await().until(() -> studio.received("/webhooks/whatsapp").size() == 1);
                assertThat(studio.received().getFirst().body()).contains("wamid.owed");
                assertThat(world.get("/sim/clock").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void fresh_startsFromNothing() {
        try (var studio = new Studio()) {
            try (var world = start(studio)) {
                world.send(text(ANA, "one"));
            }
            try (var world = World.startFor(studio, data(), "fresh")) {
                assertThat(world.sentTo(ANA)).isEmpty();
            }
        }
    }

    private World start(Studio studio) {
        return World.startFor(studio, data());
    }

    private String data() {
        return "inkstream.simulator.data-folder=" + folder;
    }
}

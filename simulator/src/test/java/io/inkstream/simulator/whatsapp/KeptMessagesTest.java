package io.inkstream.simulator.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.simulator.World;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A load run must not fill the simulator's memory. */
class KeptMessagesTest {
    private World world;

    @BeforeEach
    void start() {
        world = World.start(
                "inkstream.simulator.whatsapp.messages-kept=3", "inkstream.simulator.settings.statuses=false");
    }

    @AfterEach
    void stop() {
        world.close();
        world.studio().close();
    }

    @Test
    void messages_beyondTheLimit_takeThePlaceOfTheOldestOfAnyChat_butAreCounted() {
        IntStream.range(0, 4)
                .forEach(i -> world.send(World.text(i % 2 == 0 ? "447700900101" : "447700900102", "text " + i)));
        world.post("/sim/whatsapp/messages", "{\"from\":\"447700900103\",\"text\":\"hi\"}");

        assertThat(texts("447700900101")).isEqualTo(List.of("text 2"));
        assertThat(texts("447700900102")).isEqualTo(List.of("text 3"));
        assertThat(world.bean(Chats.class).all().stream()
                        .mapToInt(chat -> chat.entries().size())
                        .sum())
                .isEqualTo(3);
        assertThat(world.get("/sim/whatsapp/stats").json().path("accepted").asInt())
                .isEqualTo(4);
    }

    private List<String> texts(String phone) {
        return world.sentTo(phone).stream()
                .map(sent -> sent.at("/body/text/body").asString())
                .toList();
    }
}

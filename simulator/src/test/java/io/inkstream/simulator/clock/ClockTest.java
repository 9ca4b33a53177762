package io.inkstream.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.simulator.Studio;
import io.inkstream.simulator.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockTest {

    @TempDir
    Path folder;

    @Test
    void advance_movesEveryMemberAndSurvivesARestart() throws Exception {
        var file = folder.resolve("data/clock-offset");
        try (var services = new Studio();
                var world = world(services, file)) {
            services.answers(503); // a service that is just starting

            var answer = world.post("/sim/clock/advance", Map.of("by", "PT36H"));
            world.post("/sim/clock/advance", Map.of("by", "PT30M"));

            assertThat(answer.json().path("offset").asString()).isEqualTo("PT36H");
            assertThat(Instant.parse(world.get("/sim/clock").json().path("now").asString()))
                    .isAfter(Instant.now().plus(Duration.ofHours(36)));
            assertThat(services.received("/one").getLast().body()).isEqualTo("{\"offset\":\"PT36H30M\"}");
            assertThat(services.received("/two").getLast().body()).isEqualTo("{\"offset\":\"PT36H30M\"}");
        }

        assertThat(Files.readString(file)).isEqualTo("PT36H30M");
        try (var services = new Studio();
                var world = world(services, file)) {
            assertThat(world.clock().offset()).isEqualTo(Duration.parse("PT36H30M"));
        }
    }

    @Test
    void advance_whenAServiceIsGone_saysWhich() {
        try (var world = World.start(
                "inkstream.simulator.clock.members=http://127.0.0.1:9/businessclock",
                "inkstream.simulator.clock.patience=100ms")) {
            var answer = world.post("/sim/clock/advance", Map.of("by", "PT1H"));

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.json().path("error").asString()).contains("http://127.0.0.1:9/businessclock");
            assertThat(world.post("/sim/clock/advance", Map.of("by", "tomorrow"))
                            .status())
                    .isEqualTo(400);
            world.studio().close();
        }
    }

    private static World world(Studio services, Path file) {
        return World.start(
                "inkstream.simulator.clock.members=" + services.url() + "/one," + services.url() + "/two",
                "inkstream.simulator.clock.file=" + file);
    }
}

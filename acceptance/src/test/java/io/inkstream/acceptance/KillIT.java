package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The whole process is killed (SIGKILL) at random moments under load: nothing that was accepted is lost or doubled. */
class KillIT {
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int WRITERS = 4;

    @Test
    void pipeline_whenKilledAtRandomMomentsUnderLoad_losesAndDoublesNothing() throws Exception {
        var seed = Long.getLong("property.seed", System.nanoTime());
        System.out.println("KillIT: " + KILLS + " kills, -Dproperty.seed=" + seed);
        var random = new Random(seed);
        try (var pipeline = RunningPipeline.startFresh(SharedPipeline.folder("killed"), Map.of())) {
            var crowd = new Crowd(pipeline, WRITERS);
            for (var kill = 0; kill < KILLS; kill++) {
                var before = crowd.accepted();
                var wanted = before + 1 + random.nextInt(40);
                await("the crowd is being served")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> crowd.accepted() >= wanted);
                pipeline.kill();
                pipeline.restart();
            }
            crowd.finish();

            assertThat(crowd.accepted()).isGreaterThan(KILLS);
            crowd.assertEveryoneServedOnce();
        }
    }
}

package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The whole process is killed (SIGKILL) at random moments under load, while it starts as well as while it serves: nothing
 * that was accepted is lost or doubled.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final int WRITERS = 4;

    /** About as long as a start takes, so that each of its phases is hit now and then. */
    private static final int STARTING_MS = 12_000;

    private static final int SERVED_BEFORE_A_KILL_MAX = 40;

    @Test
    void pipeline_whenKilledAtRandomMomentsUnderLoad_losesAndDoublesNothing() throws Exception {
        var seed = Long.getLong("property.seed", System.nanoTime());
        System.out.println("KillIT: " + KILLS + " kills, -Dproperty.seed=" + seed);
        var random = new Random(seed);
        try (var pipeline = RunningPipeline.startFresh(SharedPipeline.folder("killed"), Map.of())) {
            var crowd = new Crowd(pipeline, WRITERS);
            for (var kill = 0; kill < KILLS; kill++) {
                if (kill % 2 == 0) {
                    pipeline.awaitUp();
                    var wanted = crowd.accepted() + 1 + random.nextInt(SERVED_BEFORE_A_KILL_MAX);
                    await("the crowd is being served")
                            .atMost(Duration.ofMinutes(1))
                            .until(() -> crowd.accepted() >= wanted);
                } else {
                    assertThat(pipeline.runsFor(Duration.ofMillis(random.nextInt(STARTING_MS))))
                            .as("goes on starting; its output: %s", pipeline.said())
                            .isTrue();
                }
                pipeline.kill();
                pipeline.launch();
            }
            pipeline.awaitUp();
            crowd.finish();

            assertThat(crowd.accepted()).isGreaterThan(KILLS);
            crowd.assertEveryoneServedOnce();
        }
    }
}

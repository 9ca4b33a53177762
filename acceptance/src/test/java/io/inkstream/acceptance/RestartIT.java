package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A clean stop, a kill, and two pipelines on one folder. */
class RestartIT {

    @Test
    void conversation_whenThePipelineIsStoppedAndKilled_goesOnWhereItWas() {
        try (var pipeline = RunningPipeline.startFresh(SharedPipeline.folder("restarted"), Map.of())) {
            var journey = new Journey(pipeline);
            journey.play(Http.JSON.readTree("""
                    {"steps":[{"client":"A","says":"hi"},{"to":"A","replies":["welcome"]},
                     {"client":"A","says":"A fine line dragon curling round my arm"},{"to":"A","replies":["question.placement"]}]}"""));

            pipeline.stop();
            assertThat(pipeline.said()).contains("Stopped");
            pipeline.restart();
            journey.play(Http.JSON.readTree("""
                    {"steps":[{"client":"A","says":"left forearm"},{"to":"A","replies":["question.dimensions"]}]}"""));

            pipeline.kill();
            pipeline.restart();
            journey.play(Http.JSON.readTree("""
                    {"steps":[{"client":"A","says":"10x15cm"},{"to":"A","replies":["question.style"]},
                     {"lead":"A","is":{"currentQuestion":"style","answers":{"placement":{"text":"left forearm"}}}}]}"""));
        }
    }
}

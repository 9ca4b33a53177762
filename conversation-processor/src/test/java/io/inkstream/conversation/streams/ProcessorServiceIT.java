package io.inkstream.conversation.streams;

import static io.inkstream.conversation.streams.topology.Incoming.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The service as operators and the other services meet it. */
class ProcessorServiceIT {

    @Test
    void service_decidesWhatComesIn_andTellsHowItIs() {
        var phone = "447700901001";
        try (var processor = RunningProcessor.start("service-it", RunningProcessor.temporaryFolder());
                var log = new DecisionLog()) {
            RunningProcessor.send(message("wamid.service.1").from(phone).text("hi"));
            assertThat(log.await("studio/" + phone, 1).input()).isInstanceOf(Input.ClientMessage.class);

            assertThat(processor.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(processor.get("/actuator/prometheus").body())
                    .contains("inkstream_processor_decisions_total{input=\"client-message\"")
                    .contains("inkstream_processor_streams_state 2.0");
        }
    }

    @Test
    void poison_onTheRealBroker_endsOnTheDeadLetterTopic_andThePartitionGoesOn() {
        var phone = "447700901002";
        try (var _ = RunningProcessor.start("poison-it", RunningProcessor.temporaryFolder());
                var log = new DecisionLog();
                var letters = TestKafka.read(Topics.PROCESSOR_DLT)) {
            TestKafka.sendBytes(
                    Topics.INBOUND.name(), "studio/" + phone, "no json at all".getBytes(StandardCharsets.UTF_8));
            RunningProcessor.send(message("wamid.poison.1").from(phone).text("hi"));

            log.await("studio/" + phone, 1);
            var letter =
                    letters.await(entry -> entry.required().payload().equals("no json at all"), Duration.ofSeconds(20));
            assertThat(letter.required().originTopic()).isEqualTo("wa.inbound.v1");
        }
    }

    @Test
    void businessClock_canBeMoved_inStandalone() {
        try (var processor = RunningProcessor.start("clock-it", RunningProcessor.temporaryFolder())) {
            assertThat(processor.get("/actuator/businessclock").body()).contains("\"offset\":\"PT0S\"");

            assertThat(processor
                            .post("/actuator/businessclock", "{\"offset\":\"PT36H\"}")
                            .statusCode())
                    .isEqualTo(200);

            assertThat(processor.get("/actuator/businessclock").body()).contains("\"offset\":\"PT36H\"");
        }
    }

    @Test
    void kafkaThatCannotBeReached_failsTheStart_withAClearMessage() {
        assertThatThrownBy(() -> ConversationProcessorApplication.application()
                        .run(
                                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                                "--inkstream.processor.start-patience=1s",
                                "--inkstream.processor.state-dir=" + RunningProcessor.temporaryFolder(),
                                "--server.port=0"))
                .rootCause()
                .hasMessageContaining("127.0.0.1:1");
    }
}

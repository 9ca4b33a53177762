package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.junit.jupiter.api.Test;

class LastResortHandlersTest {

    /** In a punctuation Kafka Streams has neither record nor topic nor key to hand over. */
    @Test
    void fault_withoutARecord_failsTheTask_andNothingElse() {
        var response = new FailOnProcessingFault().handleError(null, null, new IllegalStateException("store"));

        assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    @Test
    void unreadableBytes_becomeADeadLetter_andThePartitionGoesOn() {
        var bytes = "?".getBytes(StandardCharsets.UTF_8);

        var response = new DeadLetterOnUnreadable()
                .handleError(
                        null,
                        new ConsumerRecord<>("wa.inbound.v1", 2, 7, bytes, bytes),
                        new IllegalStateException("?"));

        assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.RESUME);
        var letter = Topics.PROCESSOR_DLT.read(
                response.deadLetterQueueRecords().getFirst().value());
        assertThat(letter.originTopic()).isEqualTo("wa.inbound.v1");
        assertThat(letter.originOffset()).isEqualTo(7);
    }
}

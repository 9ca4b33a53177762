package io.inkstream.outbound.kafka;

import io.inkstream.outbound.delivery.ReadMarks;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.topics.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/** Follows what people write, for read marks only; what cannot be read is the processor's to tell. */
final class InboundListener implements BatchMessageListener<String, byte[]> {
    private static final Logger log = LoggerFactory.getLogger(InboundListener.class);

    private final ReadMarks marks;

    InboundListener(ReadMarks marks) {
        this.marks = marks;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> poll) {
        for (var record : poll) {
            if (record.value() != null) {
                try {
                    marks.received(Topics.INBOUND.read(record.value()));
                } catch (UnreadableRecord e) {
                    log.atDebug()
                            .addKeyValue("offset", record.offset())
                            .log("no mark for a record that cannot be read");
                }
            }
        }
    }
}

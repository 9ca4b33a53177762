package io.inkstream.sheets.kafka;

import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics as they are now, from their beginning, beside the ordinary intake. Reading something twice changes nothing in
 * the end, because this ends only where the topics end: whatever the intake took in meanwhile, such as an erasure, is taken
 * in after what came before it here too.
 */
public final class WholeLog {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final RowIntake intake;

    WholeLog(Supplier<Consumer<String, byte[]>> consumers, RowIntake intake) {
        this.consumers = consumers;
        this.intake = intake;
    }

    /** Takes in every record up to the end. Returns how many. */
    public long takeIn() throws InterruptedException {
        try (var consumer = consumers.get()) {
            var partitions = Stream.of(Topics.SHEET_ROWS.name(), Topics.CONTACTS.name())
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var count = 0L;
            while (consumer.endOffsets(partitions).entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
                consumer.poll(POLL).forEach(records::add);
                if (!records.isEmpty()) {
                    intake.onMessage(records);
                    count += records.size();
                }
            }
            return count;
        }
    }
}

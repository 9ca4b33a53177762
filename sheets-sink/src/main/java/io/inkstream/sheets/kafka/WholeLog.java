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

/** The topics as they are now, from their beginning, beside the ordinary intake; reading something twice changes nothing. */
public final class WholeLog {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final RowIntake intake;

    WholeLog(Supplier<Consumer<String, byte[]>> consumers, RowIntake intake) {
        this.consumers = consumers;
        this.intake = intake;
    }

    /** Takes in every record up to what is there when it begins. Returns how many. */
    public long takeIn() throws InterruptedException {
        try (var consumer = consumers.get()) {
            var partitions = Stream.of(Topics.SHEET_ROWS.name(), Topics.CONTACTS.name())
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var count = 0L;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
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

package io.inkstream.outbound.load;

import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Counts the receipts that come back, in a thread of its own. */
final class ReceiptCount implements AutoCloseable {
    private final Latencies latencies;
    private final AtomicInteger count = new AtomicInteger();
    private final CompletableFuture<Void> reading;
    private volatile boolean closing;

    ReceiptCount(Latencies latencies) {
        this.latencies = latencies;
        this.reading = CompletableFuture.runAsync(
                this::read, task -> Thread.ofPlatform().name("receipts").start(task));
    }

    int count() {
        return count.get();
    }

    @Override
    public void close() {
        closing = true;
        reading.join();
    }

    private void read() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers(), "fetch.max.wait.ms", "100"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var topic = Topics.RECEIPTS.name();
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closing) {
                for (var receipt : consumer.poll(Duration.ofMillis(200))) {
                    latencies.ends(Topics.RECEIPTS.read(receipt.value()).commandId());
                    count.incrementAndGet();
                }
            }
        }
    }
}

package io.inkstream.outbound.kafka;

import io.inkstream.outbound.delivery.RetryWakeUps;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the retry topics: when a record's delay is over, the lane of its command is looked at. Records only wake; the ledger
 * says whether anything is due, and the reconciler finds what these topics lose. A partition whose next record is not due
 * stands still, no thread sleeps with a record in hand.
 */
final class WakeUps implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WakeUps.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final RetryWakeUps lanes;
    private final Thread thread = Thread.ofPlatform().name("wake-ups").daemon().unstarted(this::run);
    private final Map<TopicPartition, Instant> standing = new HashMap<>();
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> current;

    WakeUps(Supplier<Consumer<String, byte[]>> consumers, RetryWakeUps lanes) {
        this.consumers = consumers;
        this.lanes = lanes;
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        var reading = current;
        if (reading != null) {
            reading.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (var consumer = consumers.get()) {
                current = consumer;
                standing.clear();
                consumer.subscribe(Arrays.stream(RetryTopics.values())
                        .map(RetryTopics::topicName)
                        .toList());
                while (running) {
                    follow(consumer);
                }
            } catch (WakeupException _) {
                return; // stopped
            } catch (KafkaException e) {
                log.atWarn().setCause(e).log("retry topics cannot be read; trying again");
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var now = Instant.now();
        standing.entrySet().removeIf(entry -> {
            if (entry.getValue().isAfter(now)) {
                return false;
            }
            if (consumer.assignment().contains(entry.getKey())) {
                consumer.resume(List.of(entry.getKey()));
            }
            return true;
        });
        var records = consumer.poll(POLL);
        for (var partition : records.partitions()) {
            wake(consumer, partition, records.records(partition));
        }
        if (!records.isEmpty()) {
            consumer.commitAsync(); // repeated after a crash, which wakes twice
        }
    }

    private void wake(
            Consumer<String, byte[]> consumer, TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        var delay = RetryTopics.of(partition.topic()).delay();
        for (var record : records) {
            var due = Instant.ofEpochMilli(record.timestamp()).plus(delay);
            if (due.isAfter(Instant.now())) {
                consumer.seek(partition, record.offset());
                consumer.pause(List.of(partition));
                standing.put(partition, due);
                return;
            }
            wake(record);
        }
    }

    private void wake(ConsumerRecord<String, byte[]> record) {
        try {
            if (RetryTopics.of(record.topic()).read(record.value()) instanceof SendMessage command) {
                lanes.wake(command);
            }
        } catch (UnreadableRecord e) {
            log.atWarn().setCause(e).addKeyValue("offset", record.offset()).log("wake-up that cannot be read");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TRY_AGAIN_AFTER);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
